using System.Net;
using System.Net.Http.Headers;
using CrossTier.Samples.HybridGateway.Configuration;

namespace CrossTier.Samples.HybridGateway.Upstreams;

/// <summary>A server that answers OpenAI's protocol: its address, its key, and the connections to it.</summary>
sealed class UpstreamServer : IDisposable
{
    const int MaxErrorBytes = 64 * 1024;

    static readonly MediaTypeHeaderValue Json = new("application/json");

    readonly HttpClient _http;

    public UpstreamServer(UpstreamSettings settings, Uri endpoint, AiTier tier, long maxReplyBytes)
    {
        (Settings, Endpoint, Tier, MaxReplyBytes) = (settings, endpoint, tier, maxReplyBytes);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ResponseDrainTimeout = TimeSpan.FromMilliseconds(250), // A reader who left is not paid for: the connection goes, and the model stops.
        })
        {
            BaseAddress = endpoint,
            Timeout = settings.Timeout,
            MaxResponseContentBufferSize = maxReplyBytes,
        };
        if (settings.Key is { } key)
        {
            _http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        }
    }

    public UpstreamSettings Settings { get; }

    public Uri Endpoint { get; }

    public AiTier Tier { get; }

    /// <summary>The largest reply, or stream, that is taken.</summary>
    public long MaxReplyBytes { get; }

    /// <summary>Sends a request.</summary>
    /// <param name="path">Below the endpoint, such as <c>chat/completions</c>.</param>
    /// <param name="type">What a reply must be.</param>
    /// <param name="body">JSON.</param>
    /// <param name="until">Whether to wait for the whole reply.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="UpstreamException">It answered with an error.</exception>
    /// <exception cref="InvalidDataException">It answered something else than was asked for, or too much.</exception>
    public async Task<HttpResponseMessage> PostAsync(
        string path,
        string type,
        ReadOnlyMemory<byte> body,
        HttpCompletionOption until,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } } };
        var response = await SendAsync(request, until, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return IsReadable(response.Content, type) ? response : throw Unreadable(response);
        }

        using (response)
        {
            throw new UpstreamException(
                (int)response.StatusCode >= 400 ? response.StatusCode : HttpStatusCode.BadGateway, // Anything else is no answer to such a request.
                await ReadErrorAsync(response, cancellationToken),
                response.Content.Headers.ContentType?.ToString(),
                response.Headers.RetryAfter?.ToString());
        }
    }

    public void Dispose() => _http.Dispose();

    async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpCompletionOption until, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, until, cancellationToken);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new InvalidDataException($"The reply is longer than {MaxReplyBytes} bytes.");
        }
    }

    // No encoding was asked for: what is packed all the same could be read neither here nor by the client.
    static bool IsReadable(HttpContent content, string type) =>
        string.Equals(content.Headers.ContentType?.MediaType, type, StringComparison.OrdinalIgnoreCase)
        && content.Headers.ContentEncoding.All(encoding => encoding.Equals("identity", StringComparison.OrdinalIgnoreCase));

    static InvalidDataException Unreadable(HttpResponseMessage response)
    {
        response.Dispose();
        return new("The reply is of another type, or packed.");
    }

    static async Task<byte[]> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new byte[MaxErrorBytes];
        var length = await (await response.Content.ReadAsStreamAsync(cancellationToken)).ReadAtLeastAsync(
            body,
            body.Length,
            throwOnEndOfStream: false,
            cancellationToken);
        return body[..length];
    }
}
