using System.ComponentModel;
using CrossTier.Counting;

namespace CrossTier.CompilerServices;

/// <summary>Who is notified of requests as they end.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RequestObservers
{
    /// <summary>How many are notified.</summary>
    public static int Count => SeriesObservers.All?.Length ?? 0;

    /// <summary>Notifies an observer of requests that end from now on. One that was added twice is notified twice.</summary>
    /// <param name="observer">The observer.</param>
    public static void Add(RequestObserver observer) => SeriesObservers.Add(new Adapter(observer));

    /// <summary>Takes back one <see cref="Add"/>. A request that ends at the same moment may still be notified.</summary>
    /// <param name="observer">The observer.</param>
    public static void Remove(RequestObserver observer) => SeriesObservers.Remove(added => added is Adapter adapter && adapter.IsFor(observer));

    /// <summary>Shows an observer of an exporter what a series counted.</summary>
    sealed class Adapter(RequestObserver observer) : SeriesObserver
    {
        public bool IsFor(RequestObserver other) => ReferenceEquals(observer, other);

        public override bool NeedsChunkGaps => observer.NeedsChunks;

        public override void OnEnded(Series asked, Series counted, in Outcome outcome)
        {
            try
            {
                observer.OnEnded(new EndedRequest(asked, counted, outcome));
            }
            catch (Exception e)
            {
                // Behind an exporter stands code of others; the call must not fail because a measurement could not be taken.
                Warnings.Once("observer:" + observer.GetType().FullName, $"{observer.GetType().Name} could not record a request ({e.GetType().Name}).");
            }
        }
    }
}
