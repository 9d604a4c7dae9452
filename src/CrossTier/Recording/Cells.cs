namespace CrossTier.Recording;

/// <summary>
/// The counters of one series, in stripes so that threads seldom meet. A stripe is written and read under its lock, so a snapshot sees
/// each request whole: its status, its bucket and its tokens, or none of them.
/// </summary>
sealed class Cells
{
    static readonly int StripeCount = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Min(8, Environment.ProcessorCount));

    readonly Stripe?[] _stripes = new Stripe?[StripeCount];

    public void Start()
    {
        var stripe = Current();
        lock (stripe.Gate)
        {
            stripe.Totals.Started++;
        }
    }

    /// <summary>Ends a request; its outcome is counted here unless it moved to the series of the reply's model.</summary>
    public void End(in Outcome outcome, bool moved)
    {
        var stripe = Current();
        lock (stripe.Gate)
        {
            stripe.Totals.End();
            if (!moved)
            {
                stripe.Totals.Record(outcome);
            }
        }
    }

    /// <summary>Counts the outcome of a request that started and ended in another series.</summary>
    public void Record(in Outcome outcome)
    {
        var stripe = Current();
        lock (stripe.Gate)
        {
            stripe.Totals.Record(outcome);
        }
    }

    public void Retried(int attempts)
    {
        var stripe = Current();
        lock (stripe.Gate)
        {
            stripe.Totals.Retried(attempts);
        }
    }

    /// <summary>The sums. What ended is read before what started, so that a request which moves between threads never makes the difference negative.</summary>
    public Totals Sum()
    {
        var sum = new Totals();
        foreach (var stripe in _stripes)
        {
            if (stripe is not null)
            {
                lock (stripe.Gate)
                {
                    sum.Add(stripe.Totals);
                }
            }
        }

        sum.Started = 0;
        for (var i = 0; i < _stripes.Length; i++)
        {
            if (Volatile.Read(ref _stripes[i]) is { } stripe)
            {
                lock (stripe.Gate)
                {
                    sum.Started += stripe.Totals.Started;
                }
            }
        }

        return sum;
    }

    Stripe Current()
    {
        ref var slot = ref _stripes[Thread.GetCurrentProcessorId() & (StripeCount - 1)];
        return Volatile.Read(ref slot) ?? Interlocked.CompareExchange(ref slot, new Stripe(), null) ?? slot;
    }

    sealed class Stripe
    {
        public Lock Gate { get; } = new();

        public Totals Totals { get; } = new();
    }
}
