using System.Diagnostics;
using System.Net;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.OpenTelemetry.Tests.Support;

namespace CrossTier.OpenTelemetry.Tests.Tracing;

/// <summary>What the span of a request reports.</summary>
public sealed class SpanTests
{
    static readonly string[] Start = ["crosstier.call=Test.Ask", "crosstier.tier=cloud", "gen_ai.operation.name=chat"];

    [Fact]
    public void A_success_has_its_model_tokens_finish_reason_cost_and_server()
    {
        using var spans = new RecordedSpans();
        new Calls("openai", "gpt-4o").Succeed(
            new Reply(1_000, 500, "gpt-4o-2024-08-06", Finish: "stop", Id: "resp-1"), new Client("https://api.openai.com/v1"));

        var span = Assert.Single(spans.All);
        Assert.Equal(("chat gpt-4o", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(
            [
                "crosstier.call=Test.Ask", "crosstier.cost.usd=0.0075", "crosstier.tier=cloud", "gen_ai.operation.name=chat", "gen_ai.provider.name=openai",
                "gen_ai.request.model=gpt-4o", "gen_ai.response.finish_reasons=stop", "gen_ai.response.id=resp-1", "gen_ai.response.model=gpt-4o-2024-08-06",
                "gen_ai.usage.input_tokens=1000", "gen_ai.usage.output_tokens=500", "server.address=api.openai.com", "server.port=443",
            ],
            RecordedSpans.TagsOf(span));
    }

    [Theory]
    [InlineData(false, "gen_ai.usage.cache_creation.input_tokens=2")]
    [InlineData(true, "gen_ai.usage.cache_write.input_tokens=2")]
    public void Parts_of_a_usage_have_the_names_of_the_conventions_that_are_chosen(bool isLatest, string cacheWrite)
    {
        using var spans = new RecordedSpans();
        CompilerServices.Spans.IsLatest = isLatest;
        new Calls("parts").Succeed(new Reply(10, 8, Cached: 3, CacheWrite: 2, Reasoning: 4));
        CompilerServices.Spans.IsLatest = false;

        Assert.Equal(
            [
                cacheWrite, "gen_ai.usage.cache_read.input_tokens=3", "gen_ai.usage.input_tokens=10", "gen_ai.usage.output_tokens=8",
                "gen_ai.usage.reasoning.output_tokens=4",
            ],
            RecordedSpans.TagsOf(Assert.Single(spans.All))
                .Where(tag => tag.StartsWith("gen_ai.usage", StringComparison.Ordinal))
                .OrderBy(tag => tag != cacheWrite));
    }

    [Fact]
    public void A_failure_has_an_error_type_and_no_text()
    {
        using var spans = new RecordedSpans();
        new Calls("failing").Fail(new HttpRequestException("the prompt was: secret", null, HttpStatusCode.TooManyRequests));

        var span = Assert.Single(spans.All);
        Assert.Equal(
            [.. Start, "error.type=rate_limited", "gen_ai.provider.name=failing", "gen_ai.request.model=gpt-4o"],
            RecordedSpans.TagsOf(span).Order(StartFirst));
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
        Assert.Empty(span.Events);
    }

    [Fact]
    public void A_cancelled_request_is_no_error_of_the_provider()
    {
        using var spans = new RecordedSpans();
        new Calls("cancelling").Cancel();

        var span = Assert.Single(spans.All);
        Assert.Equal(("cancelled", ActivityStatusCode.Unset), (span.GetTagItem("error.type"), span.Status));
    }

    [Fact]
    public void A_stream_reports_its_first_chunk_and_its_usage()
    {
        using var spans = new RecordedSpans();
        new Calls("streaming").Stream();

        var span = Assert.Single(spans.All);
        Assert.Equal(
            (true, 3L, 2L),
            (span.GetTagItem("gen_ai.request.stream"), span.GetTagItem("gen_ai.usage.input_tokens"), span.GetTagItem("gen_ai.usage.output_tokens")));
        var first = Assert.IsType<double>(span.GetTagItem("gen_ai.response.time_to_first_chunk"));
        Assert.InRange(first, 0, span.Duration.TotalSeconds);
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        using var spans = new RecordedSpans();
        new Calls("plain", model: null).Succeed(new Reply());

        var span = Assert.Single(spans.All);
        Assert.Equal([.. Start, "gen_ai.provider.name=plain"], RecordedSpans.TagsOf(span).Order(StartFirst));
        Assert.Equal("chat", span.DisplayName);
    }

    [Fact]
    public void What_is_not_sampled_is_not_written()
    {
        using var spans = new RecordedSpans(ActivitySamplingResult.PropagationData);
        new Calls("unsampled").Succeed();

        Assert.All(spans.All, span => Assert.False(span.IsAllDataRequested));
        Assert.DoesNotContain(spans.All, span => span.GetTagItem("gen_ai.usage.input_tokens") is not null);
    }

    [Fact]
    public void While_nobody_listens_a_request_makes_no_span_and_no_object()
    {
        using var layers = new LayerState();
        var calls = new Calls("unheard");
        calls.Succeed(10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            calls.Start().Measure<Reply, ReplyReader>(Reply.Usual);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void A_span_and_the_metrics_take_the_same_time()
    {
        using var spans = new RecordedSpans();
        var calls = new Calls("timed");
        var request = calls.Start();
        Thread.Sleep(20);
        request.Measure<Reply, ReplyReader>(Reply.Usual);

        var histogram = AiMetrics.Snapshot().Single(metric => metric.Definition == Exposition.MetricDefinitions.Duration).Points
            .Single(point => point.Labels[0] == "timed").Histogram!;
        Assert.Equal(histogram.Sum, Assert.Single(spans.All).Duration.TotalSeconds, 0.005);
    }

    // The attributes that all of them have, in their order, before the others.
    static readonly Comparer<string> StartFirst = Comparer<string>.Create((a, b) => (Order(a), a).CompareTo((Order(b), b)));

    static int Order(string tag) => Array.IndexOf(Start, tag) is var at and >= 0 ? at : Start.Length;
}
