namespace OpenAI.Responses;

public class OpenAIResponse(string model, ResponseTokenUsage usage)
{
    public string Model => model;

    public ResponseTokenUsage Usage => usage;
}
