using Mistral.SDK.Completions;
using Mistral.SDK.Embeddings;

namespace Mistral.SDK;

public sealed class MistralClient(params IEnumerable<object> answers)
{
    internal Queue<object> Answers { get; } = new(answers);

    public string ApiUrlFormat { get; set; } = "https://api.mistral.ai/{0}/{1}";

    public CompletionsEndpoint Completions => new(this);

    public EmbeddingsEndpoint Embeddings => new(this);
}
