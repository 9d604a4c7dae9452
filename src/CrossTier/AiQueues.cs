using System.ComponentModel;
using CrossTier.CompilerServices;
using CrossTier.Exposition;

namespace CrossTier;

/// <summary>Queues of the application's own that join <c>ai_gateway_local_queue_depth</c>, see <see cref="AiQueueAttribute"/>.</summary>
public static class AiQueues
{
    /// <summary>Adds the <see cref="AiQueueAttribute"/> members of an object. It is held weakly: when it is collected its queue is gone.</summary>
    /// <param name="owner">The object whose queue is read at each scrape.</param>
    /// <exception cref="ArgumentNullException">The object is null.</exception>
    public static void Join(object owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        QueueReaders.Shared.Join(owner);
    }

    /// <summary>Adds a static queue. Called by the generated module initialiser.</summary>
    /// <param name="model">The <c>model</c> label.</param>
    /// <param name="instance">The <c>instance</c> label, or null.</param>
    /// <param name="read">Reads how many requests wait.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Add(string model, string? instance, Func<long> read) => QueueReaders.Shared.Add(model, instance, read);

    /// <summary>Adds the queues of all objects of a type that join. Called by the generated module initialiser.</summary>
    /// <typeparam name="TOwner">The type with the member.</typeparam>
    /// <param name="model">The <c>model</c> label.</param>
    /// <param name="instance">The <c>instance</c> label, or null.</param>
    /// <param name="read">Reads how many requests wait.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Add<TOwner>(string model, string? instance, Func<TOwner, long> read)
        where TOwner : class
    {
        QueueReaders.Shared.Add(model, instance, read);
    }

    /// <summary>Adds the queues of all objects of a type that join and say their model themselves. Called by the generated module initialiser.</summary>
    /// <typeparam name="TOwner">The type with the member.</typeparam>
    /// <typeparam name="TReader">Reads the labels of an object.</typeparam>
    /// <param name="instance">The <c>instance</c> label, or null.</param>
    /// <param name="read">Reads how many requests wait.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Add<TOwner, TReader>(string? instance, Func<TOwner, long> read)
        where TOwner : class
        where TReader : struct, IClientReader<TOwner>
    {
        QueueReaders.Shared.Add<TOwner, TReader>(instance, read);
    }
}
