namespace LLama.Common;

public class ChatHistory
{
    public List<Message> Messages { get; set; } = [];

    public class Message(string content)
    {
        public string Content { get; set; } = content;
    }
}
