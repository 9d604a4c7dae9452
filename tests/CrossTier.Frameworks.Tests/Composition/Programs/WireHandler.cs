using System.Net;
using System.Text;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>A server in the process, in the place of a network.</summary>
sealed class WireHandler(Model model) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var streamed = IsStreamed(await request.Content!.ReadAsStringAsync(cancellationToken));
        var events = await EventsAsync(model, streamed, cancellationToken);
        if (events.Length == 0)
        {
            return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("{}"), RequestMessage = request };
        }

        var content = new StreamContent(new EventStream(events));
        content.Headers.ContentType = new(streamed ? "text/event-stream" : "application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }

    /// <summary>Whether a request asks for a stream.</summary>
    public static bool IsStreamed(string body) => body.Contains("\"stream\":true", StringComparison.Ordinal);

    /// <summary>The parts of a reply; none where the request is refused.</summary>
    public static async Task<string[]> EventsAsync(Model model, bool streamed, CancellationToken cancellationToken)
    {
        if (await model.ServeAsync(cancellationToken) is not { } served)
        {
            return [];
        }

        var head = $$$"""{"id":"{{{model.NewId()}}}","model":"{{{model.Name}}}","choices":[{"index":0,""";
        var usage = $$$"""{"prompt_tokens":{{{served.InputTokenCount}}},"completion_tokens":{{{served.OutputTokenCount}}}}""";
        var end = $"\"finish_reason\":\"stop\"}}],\"usage\":{usage}}}";
        const string content = """{"role":"assistant","content":"yes"}""";
        return streamed
            ? [$"data: {head}\"delta\":{content}}}]}}\n\n", $"data: {head}\"delta\":{{}},{end}\n\n", "data: [DONE]\n\n"]
            : [$"{head}\"message\":{content},{end}"];
    }

    /// <summary>Gives one part at each read.</summary>
    sealed class EventStream(string[] events) : MemoryStream
    {
        int _next;

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => _next == events.Length ? 0 : Encoding.UTF8.GetBytes(events[_next++], buffer);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer.AsSpan(offset, count)));
    }
}
