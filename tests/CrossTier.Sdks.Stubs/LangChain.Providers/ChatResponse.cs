namespace LangChain.Providers;

public class ChatResponse
{
    public ChatResponseDelta? Delta { get; init; }

    public Usage Usage { get; init; }

    public string Model { get; init; } = "";
}
