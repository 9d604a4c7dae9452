using System.ComponentModel;

namespace CrossTier.Listening;

/// <summary>Who is told of requests as they end. While there is nobody, a request pays one branch.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestListeners
{
    // Null and not empty, so that the call path asks one question.
    static RequestListener[]? s_all;

    /// <summary>How many are told.</summary>
    public static int Count => s_all?.Length ?? 0;

    internal static RequestListener[]? All => s_all;

    /// <summary>Tells a listener of requests that end from now on. One that was added twice is told twice.</summary>
    /// <param name="listener">The listener.</param>
    public static void Add(RequestListener listener) => Replace(all => [.. all, listener]);

    /// <summary>Takes back one <see cref="Add"/>. A request that ends at the same moment may still be told.</summary>
    /// <param name="listener">The listener.</param>
    public static void Remove(RequestListener listener) => Replace(all => Array.IndexOf(all, listener) is var at and >= 0 ? [.. all[..at], .. all[(at + 1)..]] : all);

    internal static void Tell(RequestListener[] listeners, in EndedRequest request)
    {
        foreach (var listener in listeners)
        {
            try
            {
                listener.Ended(request);
            }
            catch (Exception e)
            {
                // Behind an exporter stands code of others; the call must not fail because a measurement could not be taken.
                Notices.Once("listener:" + listener.GetType().FullName, $"{listener.GetType().Name} could not record a request ({e.GetType().Name}).");
            }
        }
    }

    static void Replace(Func<RequestListener[], RequestListener[]> change)
    {
        RequestListener[]? before;
        RequestListener[]? after;
        do
        {
            before = Volatile.Read(ref s_all);
            after = change(before ?? []) is { Length: > 0 } some ? some : null;
        }
        while (Interlocked.CompareExchange(ref s_all, after, before) != before);
    }
}
