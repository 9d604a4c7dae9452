using CrossTier.CompilerServices;
using CrossTier.Labels;

namespace CrossTier.Exposition;

/// <summary>The queues that the application reports itself.</summary>
sealed class QueueReaders
{
    readonly Lock _gate = new();
    readonly List<Reader> _readers = [];
    readonly List<WeakReference<object>> _owners = [];

    public static QueueReaders Shared { get; } = new();

    public void Add(string model, string? instance, Func<long> read)
    {
        var (label, server) = (ModelName.Normalise(model), instance ?? LabelValues.DefaultInstance);
        Add(new Reader(model, owner => owner is null ? (label, server, read()) : null));
    }

    public void Add<TOwner>(string model, string? instance, Func<TOwner, long> read)
        where TOwner : class
    {
        var (label, server) = (ModelName.Normalise(model), instance ?? LabelValues.DefaultInstance);
        Add(new Reader(model, owner => owner is TOwner typed ? (label, server, read(typed)) : null));
    }

    public void Add<TOwner, TReader>(string? instance, Func<TOwner, long> read)
        where TOwner : class
        where TReader : struct, IClientReader<TOwner>
    {
        Add(new Reader(typeof(TOwner).Name, owner => owner is TOwner typed ? Of(TReader.Read(typed), read(typed)) : null));

        (string, string, long) Of(ClientLabels labels, long depth) =>
            (ModelName.Normalise(labels.Model), instance ?? EndpointReader.InstanceOf(labels.Endpoint) ?? LabelValues.DefaultInstance, depth);
    }

    public void Join(object owner)
    {
        lock (_gate)
        {
            _owners.RemoveAll(known => !known.TryGetTarget(out var target) || ReferenceEquals(target, owner));
            _owners.Add(new WeakReference<object>(owner));
        }
    }

    /// <summary>What waits now, one entry for each queue. A queue that throws is left out.</summary>
    public List<(string Model, string Instance, long Depth)> Read()
    {
        List<Reader> readers;
        List<object?> owners = [null];
        lock (_gate)
        {
            readers = [.. _readers];
            foreach (var known in _owners)
            {
                if (known.TryGetTarget(out var owner))
                {
                    owners.Add(owner);
                }
            }
        }

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

    void Add(Reader reader)
    {
        lock (_gate)
        {
            _readers.Add(reader);
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
