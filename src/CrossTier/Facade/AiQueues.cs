namespace CrossTier;

/// <summary>Queues of the application's own, see <see cref="AiQueueAttribute"/>: on this framework nobody reads them.</summary>
public static class AiQueues
{
    /// <summary>Does nothing: the object is read where the application runs on .NET 8 or newer.</summary>
    /// <param name="owner">The object with the queue.</param>
    public static void Join(object owner)
    {
    }
}
