namespace CrossTier;

/// <summary>
/// Adds a queue of your own to <c>ai_gateway_local_queue_depth</c>: an <c>int</c> or <c>long</c> property, field or parameterless method that
/// says how many requests wait. A static member joins by itself; an instance member joins by <see cref="AiQueues.Join"/>.
/// </summary>
/// <param name="model">The <c>model</c> label of the gauge.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Method, Inherited = false)]
public sealed class AiQueueAttribute(string model) : Attribute
{
    /// <summary>The <c>model</c> label of the gauge.</summary>
    public string Model { get; } = model;

    /// <summary>The inference server that the queue stands before; <c>default</c> if not stated.</summary>
    public string? Instance { get; set; }
}
