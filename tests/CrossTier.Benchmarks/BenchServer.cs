using System.Net;

namespace CrossTier.Benchmarks;

/// <summary>The innermost handler: answers at once, with no body or with the reply of a chat.</summary>
sealed class BenchServer(bool isChat) : HttpMessageHandler
{
    static readonly byte[] Reply =
        ("""{"id":"1","object":"chat.completion","model":"bench-model","choices":[{"index":0,"message":"""u8
        + """{"role":"assistant","content":"hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":20,"total_tokens":30}}"""u8)
            .ToArray();

    readonly Task<HttpResponseMessage> _empty = Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        isChat
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent(Reply) { Headers = { ContentType = new("application/json") } },
            })
            : _empty;
}
