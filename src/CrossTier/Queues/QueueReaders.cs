using CrossTier.Labels;

namespace CrossTier.Queues;

/// <summary>The queues that the application reports itself.</summary>
sealed class QueueReaders
{
    readonly Lock _gate = new();
    readonly List<Reader> _readers = [];
    readonly List<WeakReference<object>> _owners = [];

    public static QueueReaders Shared { get; } = new();

    public void Add(string model, string? instance, Func<long> read) =>
        Add(new Reader(ModelName.Normalise(model), instance ?? LabelValues.DefaultInstance, owner => owner is null ? read() : null));

    public void Add<TOwner>(string model, string? instance, Func<TOwner, long> read)
        where TOwner : class
    {
        Add(new Reader(ModelName.Normalise(model), instance ?? LabelValues.DefaultInstance, owner => owner is TOwner typed ? read(typed) : null));
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
                if (reader.Depth(owner) is { } depth)
                {
                    depths.Add((reader.Model, reader.Instance, depth));
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

    sealed record Reader(string Model, string Instance, Func<object?, long?> Read)
    {
        public long? Depth(object? owner)
        {
            try
            {
                return Read(owner);
            }
            catch (Exception e)
            {
                // The member is the application's: a scrape must not fail because it threw.
                Notices.Once("queue:" + Model, $"an [AiQueue] member for model '{Model}' threw {e.GetType().Name}; its queue is left out.");
                return null;
            }
        }
    }
}
