using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Streams;

/// <summary>A kind of stream, and what a server sends for one of 5 tokens in and 3 out.</summary>
/// <param name="Name">The SDK and the call.</param>
/// <param name="Provider">The label.</param>
/// <param name="Read">Asks for the stream: the reply as it comes.</param>
/// <param name="Start">The pieces of the reply up to the second text.</param>
/// <param name="End">Those with the usage and the end.</param>
public sealed record StreamKind(
    string Name,
    string Provider,
    Func<Uri, string, CancellationToken, Task<IAsyncEnumerable<object>>> Read,
    Func<string, Answer> Start,
    Func<string, Answer> End)
{
    /// <summary>The request is sent by the call, and its reply can be read once.</summary>
    public bool IsOpened { get; init; }

    /// <summary>A cancelled stream just ends: nothing is thrown.</summary>
    public bool EndsWhenCancelled { get; init; }

    /// <summary>Input tokens that the start of the stream tells already.</summary>
    public int EarlyInput { get; init; }

    public Answer Whole(string model) => Start(model) with { Pieces = [.. Start(model).Pieces, .. End(model).Pieces] };

    public override string ToString() => Name;
}
