using System.Collections.Concurrent;
using CrossTier.Counting;

namespace CrossTier.Dialects.Tests.Support;

/// <summary>The ids of the responses to requests that end.</summary>
sealed class ResponseIds : SeriesObserver
{
    public ConcurrentQueue<string> Found { get; } = [];

    public override void OnEnded(Series asked, Series counted, in Outcome outcome)
    {
        if (outcome.Reading.ResponseId is { } id)
        {
            Found.Enqueue(id);
        }
    }
}
