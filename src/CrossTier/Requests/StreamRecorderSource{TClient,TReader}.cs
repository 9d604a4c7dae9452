using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Nesting;

namespace CrossTier.Requests;

/// <summary>A stream of a client, for which is decided when it is read who counts it.</summary>
/// <param name="source">The line of code.</param>
/// <param name="client">The client.</param>
/// <param name="model">The model that is asked for, or null.</param>
/// <param name="created">What was above where the stream was asked for; it holds if nothing is above where it is read.</param>
/// <param name="mayHaveChild">Whether a scope is needed.</param>
sealed class StreamRecorderSource<TClient, TReader>(RequestSource source, TClient? client, string? model, ParentScope created, bool mayHaveChild)
    : IRecorderSource
    where TClient : class
    where TReader : struct, IClientReader<TClient>
{
    public Recorder GetRecorder()
    {
        var parent = source.FindParent();
        return source.GetRecorder<TClient, TReader>(client, model, parent.Scope is null ? created : parent, mayHaveChild);
    }

    public void Made(object stream) => created.Scope?.Opened(stream);
}
