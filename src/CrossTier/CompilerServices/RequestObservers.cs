using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>Who is told of requests as they end. While there is nobody, a request pays one branch.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestObservers
{
    // Null and not empty, so that the call path asks one question.
    static RequestObserver[]? s_all;

    /// <summary>How many are told.</summary>
    public static int Count => s_all?.Length ?? 0;

    internal static RequestObserver[]? All => s_all;

    /// <summary>Tells a listener of requests that end from now on. One that was added twice is told twice.</summary>
    /// <param name="observer">The observer.</param>
    public static void Add(RequestObserver observer) => Replace(all => [.. all, observer]);

    /// <summary>Takes back one <see cref="Add"/>. A request that ends at the same moment may still be told.</summary>
    /// <param name="observer">The observer.</param>
    public static void Remove(RequestObserver observer) => Replace(all => Array.IndexOf(all, observer) is var at and >= 0 ? [.. all[..at], .. all[(at + 1)..]] : all);

    internal static void Notify(RequestObserver[] observers, in EndedRequest request)
    {
        foreach (var observer in observers)
        {
            try
            {
                observer.OnEnded(request);
            }
            catch (Exception e)
            {
                // Behind an exporter stands code of others; the call must not fail because a measurement could not be taken.
                Warnings.Once("observer:" + observer.GetType().FullName, $"{observer.GetType().Name} could not record a request ({e.GetType().Name}).");
            }
        }
    }

    static void Replace(Func<RequestObserver[], RequestObserver[]> change)
    {
        RequestObserver[]? before;
        RequestObserver[]? after;
        do
        {
            before = Volatile.Read(ref s_all);
            after = change(before ?? []) is { Length: > 0 } some ? some : null;
        }
        while (Interlocked.CompareExchange(ref s_all, after, before) != before);
    }
}
