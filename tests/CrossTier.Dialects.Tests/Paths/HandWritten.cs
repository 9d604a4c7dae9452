using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>Chat completions as applications write them by hand, with types of their own, measured as a partial method.</summary>
static partial class HandWritten
{
    static readonly HttpClient Http = new();

    public static async Task ChatAsync(Uri server, string model, bool isStream)
    {
        if (!isStream)
        {
            await AskAsync(server, model);
            return;
        }

        await foreach (var _ in StreamAsync(server, model))
        {
        }
    }

    [AiCall("openai-compatible")]
    internal static partial Task<Completion?> AskAsync(Uri server, string model);

    [AiCall("openai-compatible")]
    internal static partial IAsyncEnumerable<Completion> StreamAsync(Uri server, string model);

    static async Task<Completion?> AskAsyncCore(Uri server, string model)
    {
        using var reply = await Http.PostAsJsonAsync(new Uri(server, "v1/chat/completions"), new { model });
        reply.EnsureSuccessStatusCode();
        return await reply.Content.ReadFromJsonAsync<Completion>();
    }

    static async IAsyncEnumerable<Completion> StreamAsyncCore(Uri server, string model)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "v1/chat/completions")) { Content = JsonContent.Create(new { model }) };
        using var reply = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        reply.EnsureSuccessStatusCode();
        await foreach (var item in SseParser.Create(await reply.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            if (item.Data != "[DONE]")
            {
                yield return JsonSerializer.Deserialize<Completion>(item.Data)!;
            }
        }
    }

    internal sealed record Completion(
        [property: JsonPropertyName("id")] string? Id,
        [property: JsonPropertyName("model")] string? Model,
        [property: JsonPropertyName("choices")] IReadOnlyList<Choice>? Choices,
        [property: JsonPropertyName("usage")] Counts? Usage);

    internal sealed record Choice([property: JsonPropertyName("delta")] Delta? Delta, [property: JsonPropertyName("finish_reason")] string? FinishReason);

    internal sealed record Delta([property: JsonPropertyName("content")] string? Content);

    internal sealed record Counts(
        [property: JsonPropertyName("prompt_tokens")] long? PromptTokens,
        [property: JsonPropertyName("completion_tokens")] long? CompletionTokens,
        [property: JsonPropertyName("total_tokens")] long? TotalTokens,
        [property: JsonPropertyName("prompt_tokens_details")] PromptDetails? PromptTokensDetails,
        [property: JsonPropertyName("completion_tokens_details")] CompletionDetails? CompletionTokensDetails);

    internal sealed record PromptDetails([property: JsonPropertyName("cached_tokens")] long? CachedTokens);

    internal sealed record CompletionDetails([property: JsonPropertyName("reasoning_tokens")] long? ReasoningTokens);
}
