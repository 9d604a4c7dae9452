using System.ComponentModel;
using System.Runtime.CompilerServices;
using CrossTier.Nesting;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>
/// A measured call that runs a loop over tools itself, of which a framework's filter sees the sides: each of its rounds is a request, and the time of
/// the tools is nobody's.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoopRequest
{
    static readonly ConditionalWeakTable<RequestScope, LoopRequest> Known = [];

    readonly RequestScope _scope;

    LoopRequest(RequestScope scope) => _scope = scope;

    /// <summary>The call that the code runs in; null if none of ours is above that counts by itself.</summary>
    public static LoopRequest? Current =>
        RequestScope.Innermost is { HasRounds: false, IsCounter: true } scope ? Known.GetValue(scope, static scope => new LoopRequest(scope)) : null;

    /// <summary>Who was asked.</summary>
    public object? Client => _scope.Client;

    /// <summary>Whether the code runs in a tool that a client of another framework invokes: its last reply reports the sum of all rounds.</summary>
    public bool IsSummed => !_scope.IsOpen;

    /// <summary>A round has ended with its reply. A stream has read it already.</summary>
    /// <typeparam name="TReply">The reply.</typeparam>
    /// <typeparam name="TReader">Reads the reply.</typeparam>
    /// <param name="reply">The reply.</param>
    public void Completed<TReply, TReader>(TReply reply)
        where TReader : struct, IReplyReader<TReply>
    {
        ReplyReading reading = default;
        GuardedReplyReader.Add<TReply, TReader>(reply, ref reading);
        _scope.EndRound(reading);
    }

    /// <summary>The next round begins.</summary>
    public void Begin() => _scope.BeginRound();

    /// <summary>The round that has begun is none.</summary>
    public void Withdraw() => _scope.WithdrawRound();
}
