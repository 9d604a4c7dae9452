namespace Google.GenAI;

public sealed class Client(params IEnumerable<object> answers)
{
    public Models Models { get; } = new(new Queue<object>(answers));
}
