namespace CrossTier.Counting;

/// <summary>Who is notified of requests as they end. While there is nobody, a request pays one branch.</summary>
static class SeriesObservers
{
    // Null and not empty, so that the call path asks one question.
    static SeriesObserver[]? s_all;

    public static SeriesObserver[]? All => s_all;

    /// <summary>Whether one of them asks for the times between the chunks of a stream.</summary>
    public static bool NeedChunkGaps => s_all is { } all && Array.Exists(all, observer => observer.NeedsChunkGaps);

    public static void Add(SeriesObserver observer) => Replace(all => [.. all, observer]);

    /// <summary>Takes back the first observer that fits. A request that ends at the same moment may still be notified.</summary>
    public static void Remove(Predicate<SeriesObserver> fits) =>
        Replace(all => Array.FindIndex(all, fits) is var at and >= 0 ? [.. all[..at], .. all[(at + 1)..]] : all);

    public static void Notify(SeriesObserver[] observers, Series asked, Series counted, in Outcome outcome)
    {
        foreach (var observer in observers)
        {
            observer.OnEnded(asked, counted, outcome);
        }
    }

    static void Replace(Func<SeriesObserver[], SeriesObserver[]> change)
    {
        SeriesObserver[]? before;
        SeriesObserver[]? after;
        do
        {
            before = Volatile.Read(ref s_all);
            after = change(before ?? []) is { Length: > 0 } some ? some : null;
        }
        while (Interlocked.CompareExchange(ref s_all, after, before) != before);
    }
}
