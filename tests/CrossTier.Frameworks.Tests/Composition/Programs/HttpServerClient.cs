using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>A model behind HTTP that is written by hand, with our handler in the <see cref="HttpClient"/>.</summary>
/// <param name="model">What serves.</param>
/// <param name="handler">What sends.</param>
/// <param name="address">Where it is sent.</param>
sealed class HttpServerClient(Model model, CrossTierHandler handler, Uri address) : IChatClient
{
    readonly HttpClient _http = new(handler, disposeHandler: false);
    readonly ChatClientMetadata _metadata = new("fake", null, model.Name);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var reply = await SendAsync(streamed: false, cancellationToken);
        using var document = JsonDocument.Parse(await reply.Content.ReadAsByteArrayAsync(cancellationToken));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, [Model.Content(messages, options)]))
        {
            Usage = UsageOf(document.RootElement),
            ResponseId = document.RootElement.GetProperty("id").GetString(),
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reply = await SendAsync(streamed: true, cancellationToken);
        using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync(cancellationToken));
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                using var document = JsonDocument.Parse(line.AsMemory(6));
                var usage = UsageOf(document.RootElement);
                yield return new ChatResponseUpdate(ChatRole.Assistant, [usage is null ? Model.Content(messages, options) : new UsageContent(usage)])
                {
                    ResponseId = document.RootElement.GetProperty("id").GetString(),
                    FinishReason = usage is null ? null : ChatFinishReason.Stop,
                };
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose() => _http.Dispose();

    static UsageDetails? UsageOf(JsonElement reply) => !reply.TryGetProperty("usage", out var usage) ? null : new UsageDetails
    {
        InputTokenCount = usage.GetProperty("prompt_tokens").GetInt64(),
        OutputTokenCount = usage.GetProperty("completion_tokens").GetInt64(),
    };

    async Task<HttpResponseMessage> SendAsync(bool streamed, CancellationToken cancellationToken)
    {
        var body = $$"""{"model":"{{model.Name}}","messages":[{"role":"user","content":"one two"}],"stream":{{(streamed ? "true" : "false")}}}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } },
        };
        var reply = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return reply.EnsureSuccessStatusCode();
    }
}
