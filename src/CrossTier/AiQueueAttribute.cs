namespace CrossTier;

/// <summary>
/// Adds a queue of your own to <c>ai_gateway_local_queue_depth</c>: an <c>int</c> or <c>long</c> property, field or parameterless method that
/// reports how many requests wait. A static member joins by itself; an instance member joins by <see cref="AiQueues.Join"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, Inherited = false)]
public sealed class AiQueueAttribute : Attribute
{
    /// <summary>A queue of an object that reports itself by public properties <c>Model</c> and <c>Endpoint</c>, what it waits for.</summary>
    public AiQueueAttribute()
    {
    }

    /// <summary>A queue before an explicit model.</summary>
    /// <param name="model">The <c>model</c> label of the gauge.</param>
    public AiQueueAttribute(string model) => Model = model;

    /// <summary>The <c>model</c> label of the gauge, or null.</summary>
    public string? Model { get; }

    /// <summary>The inference server that the queue stands before; else host and port of the object's endpoint, else <c>default</c>.</summary>
    public string? Instance { get; set; }
}
