using System.Diagnostics;
using CrossTier.OpenTelemetry.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.OpenTelemetry.Tests.Tracing;

/// <summary>Where Microsoft.Extensions.AI makes a span of a request, ours stands back.</summary>
public sealed class OtherSpanTests
{
    const string Theirs = "Experimental.Microsoft.Extensions.AI";

    static readonly IReadOnlyDictionary<string, Func<IChatClient>> Pipelines = new Dictionary<string, Func<IChatClient>>
    {
        ["ours"] = () => new Model().AsBuilder().UseCrossTier().Build(),
        ["ours over theirs"] = () => new Model().AsBuilder().UseCrossTier().UseOpenTelemetry().Build(),
        ["theirs over ours"] = () => new Model().AsBuilder().UseOpenTelemetry().UseCrossTier().Build(),
        ["ours twice"] = () => new Model().AsBuilder().UseCrossTier().UseCrossTier().Build(),
    };

    [Theory]
    [InlineData("ours", false, "CrossTier")]
    [InlineData("ours", true, "CrossTier")]
    [InlineData("ours over theirs", false, "CrossTier")]
    [InlineData("ours over theirs", true, Theirs)]
    [InlineData("theirs over ours", false, "CrossTier")]
    [InlineData("theirs over ours", true, Theirs)]
    [InlineData("ours twice", false, "CrossTier")]
    [InlineData("ours twice", true, "CrossTier")]
    public async Task A_request_has_one_span(string pipeline, bool areTheirsListenedTo, string source)
    {
        using var spans = new RecordedSpans(areTheirsListenedTo ? [Theirs] : []);
        using var client = Pipelines[pipeline]();
        await client.GetResponseAsync("the question");
        Assert.Equal([source], spans.Requests.Select(span => span.Source.Name));
        await foreach (var _ in client.GetStreamingResponseAsync("the question"))
        {
        }

        Assert.Equal([source, source], spans.Requests.Select(span => span.Source.Name));
        Assert.Null(Activity.Current);
        Assert.DoesNotContain(
            spans.Ours.SelectMany(span => span.TagObjects),
            tag => tag.Value?.ToString() is { } value && (value.Contains("the question") || value.Contains("the answer")));
    }

    [Fact]
    public async Task Ours_reports_what_theirs_would()
    {
        string[] own = ["crosstier.", "gen_ai.response.time_to_first_chunk"];
        var (ours, theirs) = (await TagsAsync("ours"), await TagsAsync("ours over theirs"));
        Assert.Equal(
            // Their reasons are the text of an array.
            theirs.Where(tag => !own.Any(tag.StartsWith)).Select(tag => tag.Replace("[\"stop\"]", "stop")).Order(StringComparer.Ordinal),
            ours.Where(tag => !own.Any(tag.StartsWith)).Order(StringComparer.Ordinal));
    }

    static async Task<string[]> TagsAsync(string pipeline)
    {
        using var spans = new RecordedSpans(Theirs);
        using var client = Pipelines[pipeline]();
        await client.GetResponseAsync("the question");
        return RecordedSpans.TagsOf(Assert.Single(spans.Requests));
    }

    sealed class Model : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "the answer"))
            {
                ResponseId = "whole-1",
                ModelId = "m-1",
                FinishReason = ChatFinishReason.Stop,
                Usage = new UsageDetails { InputTokenCount = 3, OutputTokenCount = 2 },
            });

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, "the answer") { ResponseId = "streamed-1" };
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", new Uri("https://api.openai.com/v1"), "m") : null;

        public void Dispose()
        {
        }
    }
}
