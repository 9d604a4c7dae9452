namespace Azure.AI.Agents.Persistent;

public class StreamingUpdate<T>(T value) : StreamingUpdate
    where T : class
{
    public T Value { get; } = value;
}
