using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Combinations;

/// <summary>The definition form: what is asked is in the hand-written half.</summary>
sealed partial class PartialCalls(Func<CancellationToken, Task<ChatResponse>> ask, Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> stream)
{
    [AiCall("acme")]
    public partial Task<ChatResponse> AskAsync(CancellationToken cancellationToken);

    Task<ChatResponse> AskAsyncCore(CancellationToken cancellationToken) => ask(cancellationToken);

    [AiCall("acme")]
    public partial IAsyncEnumerable<ChatResponseUpdate> Stream(CancellationToken cancellationToken);

    IAsyncEnumerable<ChatResponseUpdate> StreamCore(CancellationToken cancellationToken) => stream(cancellationToken);
}
