using System.Runtime.CompilerServices;

namespace CrossTier.Samples.HybridGateway.Upstreams;

/// <summary>
/// One model of one upstream, and all that is measured: the generated half of each partial method counts the request and calls what is
/// written here. The labels come from configuration, so the attributes state none: CrossTier reads them from <see cref="Provider"/>,
/// <see cref="Model"/>, <see cref="Endpoint"/> and <see cref="Tier"/>.
/// </summary>
sealed partial class UpstreamModel
{
    const string ChatPath = "chat/completions";
    const string EmbeddingsPath = "embeddings";

    readonly UpstreamServer _server;

    public UpstreamModel(UpstreamServer server, string model)
    {
        (_server, Model) = (server, model);
        Line = new(server.Settings.Concurrency, server.Settings.QueueLimit);
        if (Tier == AiTier.Local)
        {
            AiQueues.Join(this); // Held weakly.
        }
    }

    public string Provider => _server.Settings.Provider;

    public string Model { get; }

    public Uri Endpoint => _server.Endpoint;

    public AiTier Tier => _server.Tier;

    /// <summary>Where requests wait for their turn, before they count as sent.</summary>
    public WaitingLine Line { get; }

    [AiQueue]
    public int Waiting => Line.Waiting;

    [AiCall]
    public partial Task<WholeReply> CompleteAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    [AiCall]
    public partial IAsyncEnumerable<ServerEvent> StreamAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    [AiCall]
    public partial Task<WholeReply> EmbedAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    Task<WholeReply> CompleteAsyncCore(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => PostAsync(ChatPath, body, cancellationToken);

    Task<WholeReply> EmbedAsyncCore(ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        PostAsync(EmbeddingsPath, body, cancellationToken);

    async Task<WholeReply> PostAsync(string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var response = await _server.PostAsync(path, "application/json", body, HttpCompletionOption.ResponseContentRead, cancellationToken);
        return await WholeReply.ReadAsync(response, cancellationToken);
    }

    async IAsyncEnumerable<ServerEvent> StreamAsyncCore(ReadOnlyMemory<byte> body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await _server.PostAsync(ChatPath, "text/event-stream", body, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var next in ServerEvents.ReadAsync(stream, _server.Settings.Timeout, _server.MaxReplyBytes, cancellationToken))
        {
            yield return next;
        }
    }
}
