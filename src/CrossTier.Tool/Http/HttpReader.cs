using System.Net;

namespace CrossTier.Tool.Http;

/// <summary>Reads replies whole, with a limit on time and size: nothing that a server sends or holds back stops the tool or fills its memory.</summary>
/// <param name="patience">How long a reply may take, from the connection to its last byte.</param>
sealed class HttpReader(TimeSpan patience) : IDisposable
{
    /// <summary>The largest body, after it is decompressed.</summary>
    public const int MaxLength = 32 << 20;

    const int MaxHeaderKilobytes = 64;
    const int MaxRedirects = 5;

    readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AutomaticDecompression = DecompressionMethods.All,
        MaxAutomaticRedirections = MaxRedirects,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => _http.Dispose();

    /// <exception cref="IOException">No whole reply came; the message says why in one line.</exception>
    public async Task<HttpReply> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new HttpReply(answer.StatusCode, await BodyAsync(answer.Content, limit.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException(FormattableString.Invariant($"no whole reply within {patience.TotalSeconds:0.#} s"));
        }
        catch (Exception e) when (e is HttpRequestException or InvalidDataException or InvalidOperationException or NotSupportedException or FormatException)
        {
            throw new IOException(Reason(e), e);
        }
    }

    static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > MaxLength)
        {
            throw TooLong();
        }

        await using var body = await content.ReadAsStreamAsync(cancellation);
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await body.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            text.Write(buffer, 0, count);
            if (text.Length > MaxLength)
            {
                throw TooLong();
            }
        }

        return text.GetBuffer().AsMemory(0, (int)text.Length);
    }

    static IOException TooLong() => new($"the reply is longer than {MaxLength >> 20} MiB");

    static string Reason(Exception e) =>
        ((e.InnerException is System.Security.Authentication.AuthenticationException inner ? inner.Message : e.Message) ?? "").TrimEnd('.');
}
