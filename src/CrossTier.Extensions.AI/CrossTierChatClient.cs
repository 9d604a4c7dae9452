using CrossTier.CompilerServices;
using CrossTier.Extensions.AI.Readers;
using CrossTier.ExtensionsAI;
using Microsoft.Extensions.AI;

namespace CrossTier;

/// <summary>
/// Measures each request that passes through it: below function invocation each round trip, above it the loop as one request. Of several in
/// one pipeline, and of a measured call above it, the one nearest to the provider counts.
/// </summary>
public sealed class CrossTierChatClient : DelegatingChatClient, IMeasuringLayer
{
    readonly CallSite _site;

    /// <summary>Measures the requests of a client.</summary>
    /// <param name="innerClient">The client.</param>
    /// <exception cref="ArgumentNullException"><paramref name="innerClient"/> is null.</exception>
    public CrossTierChatClient(IChatClient innerClient)
        : base(innerClient)
    {
        _site = CallSite.Of(this);
    }

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var request = _site.Start<IChatClient, ChatClientReader>(InnerClient, options?.ModelId, cancellationToken);
        try
        {
            return request.Measure<ChatResponse, ChatResponseReader>(base.GetResponseAsync(messages, options, cancellationToken));
        }
        catch (Exception e) when (request.RecordFailure(e))
        {
            throw;
        }
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var source = _site.Stream<IChatClient, ChatClientReader>(InnerClient, options?.ModelId, cancellationToken);
        return source.Measure<ChatResponseUpdate, ChatResponseUpdateReader>(base.GetStreamingResponseAsync(messages, options, cancellationToken));
    }
}
