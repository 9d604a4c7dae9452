using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using CrossTier.CompilerServices;
using CrossTier.Labels;

namespace CrossTier.Exposition;

/// <summary>The queues that the application reports itself.</summary>
sealed class QueueReaders
{
    // Each with the type that its code lies in, and each owner with itself: neither a plug-in nor a queue is kept by being read.
    readonly ConditionalWeakTable<Type, List<Reader>> _readers = [];
    readonly ConditionalWeakTable<object, object> _owners = [];

    public static QueueReaders Shared { get; } = new();

    public void Add(string model, string? instance, Func<long> read)
    {
        var (label, server) = (ModelName.Explicit(model), instance ?? LabelValues.DefaultInstance);
        Add(read, new Reader(model, owner => owner is null ? (label, server, read()) : null));
    }

    public void Add<TOwner>(string model, string? instance, Func<TOwner, long> read)
        where TOwner : class
    {
        var (label, server) = (ModelName.Explicit(model), instance ?? LabelValues.DefaultInstance);
        Add(read, new Reader(model, owner => owner is TOwner typed ? (label, server, read(typed)) : null));
    }

    public void Add<TOwner, TReader>(string? instance, Func<TOwner, long> read)
        where TOwner : class
        where TReader : struct, IClientReader<TOwner>
    {
        Add(read, new Reader(typeof(TOwner).Name, owner => owner is TOwner typed ? Of(TReader.Read(typed), read(typed)) : null));

        (string, string, long) Of(ClientLabels labels, long depth) =>
            (ModelName.Normalise(labels.Model), instance ?? EndpointReader.InstanceOf(labels.Endpoint) ?? LabelValues.DefaultInstance, depth);
    }

    public void Join(object owner) => _owners.TryAdd(owner, owner);

    /// <summary>What waits now, one entry for each queue. A queue that throws is left out.</summary>
    public List<(string Model, string Instance, long Depth)> Read()
    {
        List<Reader> readers = [];
        foreach (var (_, ofType) in _readers)
        {
            lock (ofType)
            {
                readers.AddRange(ofType);
            }
        }

        List<object?> owners = [null, .. _owners.Select(owner => owner.Key)];
        List<(string, string, long)> depths = [];
        foreach (var reader in readers)
        {
            foreach (var owner in owners)
            {
                if (reader.Queue(owner) is { } queue)
                {
                    depths.Add(queue);
                }
            }
        }

        return depths;
    }

    void Add(Delegate read, Reader reader)
    {
        var type = read.Method.DeclaringType ?? typeof(QueueReaders);
        var ofType = _readers.GetValue(type, _ => []);
        lock (ofType)
        {
            ofType.Add(reader);
        }

        if (AssemblyLoadContext.GetLoadContext(type.Assembly) is { IsCollectible: true } context)
        {
            // It is asked to unload: its queues are gone, whether or not it is collected yet.
            context.Unloading += _ => _readers.Remove(type);
        }
    }

    /// <param name="Name">What a person knows it by.</param>
    /// <param name="Read">Reads the queue of an owner; null if it has none.</param>
    sealed record Reader(string Name, Func<object?, (string Model, string Instance, long Depth)?> Read)
    {
        public (string, string, long)? Queue(object? owner)
        {
            try
            {
                return Read(owner);
            }
            catch (Exception e)
            {
                // The member is the application's: a scrape must not fail because it threw.
                Warnings.Once("queue:" + Name, $"an [AiQueue] member of '{Name}' threw {e.GetType().Name}; its queue is left out.");
                return null;
            }
        }
    }
}
