namespace LangChain.Providers;

public class ChatResponseDelta
{
    public string Content { get; set; } = "";
}
