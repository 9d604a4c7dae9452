using CrossTier.CompilerServices;
using CrossTier.Endpoints;
using CrossTier.Http;

namespace CrossTier;

/// <summary>
/// Measures requests to inference endpoints that are written by hand: those shaped like OpenAI's, Azure's, Anthropic's, Ollama's, Gemini's, Cohere's,
/// Bedrock's, llama.cpp's and Text Generation Inference's. Bodies pass as they are, streams piece by piece. Below a measured call it counts the
/// attempts after the first, and requests that are not that call's own. Other requests are not touched.
/// </summary>
public sealed class CrossTierHandler : DelegatingHandler
{
    /// <summary>What an <see cref="HttpClient"/> waits unless it is told otherwise.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    readonly CallSite?[] _sites = new CallSite?[2 * (EndpointPath.All[^1].Number + 1)];

    /// <summary>A handler that is put into a pipeline.</summary>
    public CrossTierHandler() => Layering.HandlerAdded();

    /// <summary>A handler around another one.</summary>
    /// <param name="innerHandler">What sends.</param>
    public CrossTierHandler(HttpMessageHandler innerHandler)
        : base(innerHandler)
    {
        Layering.HandlerAdded();
    }

    /// <summary>The <c>call</c> label of requests that no measured call makes: <c>unknown</c> if it is not set.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The <see cref="HttpClient.Timeout"/> of the client above, 100 seconds by default as there. A client cancels by one token what its caller
    /// stops and what took too long: a request that was cancelled after this time failed by timeout.
    /// </summary>
    public TimeSpan Timeout
    {
        get => ClientTimeout.Value;
        set => ClientTimeout.Value = value;
    }

    internal ClientTimeout ClientTimeout { get; init; } = new();

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Begin(request) is { } exchange ? SendAsync(exchange, cancellationToken) : base.SendAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Begin(request) is not { } exchange)
        {
            return base.Send(request, cancellationToken);
        }

        HttpResponseMessage reply;
        exchange.Enter();
        try
        {
            reply = base.Send(request, cancellationToken);
        }
        catch (Exception e) when (exchange.RecordFailure(e, cancellationToken))
        {
            throw;
        }
        finally
        {
            exchange.Leave();
        }

        return exchange.Received(reply);
    }

    // Not an async method: what is ambient is restored in the frame that set it.
    Task<HttpResponseMessage> SendAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        Task<HttpResponseMessage> sending;
        exchange.Enter();
        try
        {
            sending = base.SendAsync(exchange.Message, cancellationToken);
        }
        catch (Exception e) when (exchange.RecordFailure(e, cancellationToken))
        {
            throw;
        }
        finally
        {
            exchange.Leave();
        }

        return exchange.Receive(sending, cancellationToken);
    }

    Exchange? Begin(HttpRequestMessage message)
    {
        var match = EndpointMatcher.Match(message);
        return match.Path is { Shape.Unreadable: null } path
            && WireRequest.Begin(SiteOf(path, match.IsAzure), message.RequestUri!, LengthOf(message.Content)) is { } request
            ? new Exchange(message, request, match, ClientTimeout)
            : null;
    }

    // A body of another kind may have to be written to be measured.
    static long? LengthOf(HttpContent? body)
    {
        try
        {
            return body is ByteArrayContent or ReadOnlyMemoryContent ? body.Headers.ContentLength : null;
        }
        catch (ObjectDisposedException)
        {
            return null; // Sending it throws the same, where it is counted.
        }
    }

    CallSite SiteOf(EndpointPath path, bool isAzure)
    {
        ref var site = ref _sites[(2 * path.Number) + (isAzure ? 1 : 0)];
        return site ??= CallSite.OfHandler(Name, isAzure ? "azure" : path.Shape.Provider, path.Shape.Operation);
    }
}
