namespace LangChain.Providers;

public class ChatRequest
{
    public static implicit operator ChatRequest(string message) => new();
}
