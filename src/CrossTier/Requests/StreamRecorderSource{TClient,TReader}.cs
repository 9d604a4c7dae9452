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
    object? _stream;

    public Recorder GetRecorder()
    {
        if (_stream is not null)
        {
            created.Scope?.Read(_stream);
        }

        var parent = source.FindParent();
        return source.GetRecorder<TClient, TReader>(client, model, parent.IsNone ? created : parent, mayHaveChild);
    }

    public void Made(object stream)
    {
        if (created.Scope is { } scope)
        {
            _stream = stream;
            scope.Opened(stream);
        }
    }
}
