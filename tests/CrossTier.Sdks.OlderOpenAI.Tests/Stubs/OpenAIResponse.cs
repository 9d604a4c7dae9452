using System.ClientModel.Primitives;

namespace OpenAI.Responses;

public class OpenAIResponse(ResponseResult result)
{
    public string Model => result.Model;

    public ResponseTokenUsage Usage => result.Usage;

    /// <summary>What the reply's JSON has and its type no member for: since 2.5, in every model of the SDK.</summary>
    public ref JsonPatch Patch => ref result.Patch;
}
