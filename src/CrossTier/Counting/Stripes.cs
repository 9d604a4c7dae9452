using System.Numerics;
using CrossTier.CompilerServices;

namespace CrossTier.Counting;

/// <summary>Counters that threads share, under locks: for the series whose threads found no room for cells of their own.</summary>
sealed class Stripes
{
    static readonly int Count = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Min(8, Environment.ProcessorCount));

    readonly Stripe?[] _stripes = new Stripe?[Count];

    public Stripe Current
    {
        get
        {
            ref var slot = ref _stripes[Thread.GetCurrentProcessorId() & (Count - 1)];
            return Volatile.Read(ref slot) ?? Interlocked.CompareExchange(ref slot, new Stripe(), null) ?? slot;
        }
    }

    public IEnumerable<Stripe> All
    {
        get
        {
            for (var i = 0; i < _stripes.Length; i++)
            {
                if (Volatile.Read(ref _stripes[i]) is { } stripe)
                {
                    yield return stripe;
                }
            }
        }
    }

    public sealed class Stripe
    {
        readonly Cell _cell = new();
        readonly Lock _gate = new();

        public long Started => _cell.Started;

        public void Start()
        {
            lock (_gate)
            {
                _cell.Start();
            }
        }

        public void End(in Outcome outcome, bool moved)
        {
            lock (_gate)
            {
                _cell.End(outcome, moved);
            }
        }

        public void Succeed(long ticks, in ReplyReading reading)
        {
            lock (_gate)
            {
                _cell.Succeed(ticks, reading);
            }
        }

        public void Record(in Outcome outcome)
        {
            lock (_gate)
            {
                _cell.Record(outcome);
            }
        }

        public void Retried(int attempts)
        {
            lock (_gate)
            {
                _cell.Retried(attempts);
            }
        }

        public Totals Read()
        {
            lock (_gate)
            {
                return _cell.Copy();
            }
        }
    }
}
