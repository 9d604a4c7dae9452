using System.Diagnostics;
using CrossTier.CompilerServices;
using CrossTier.OpenTelemetry.Tests.Support;

namespace CrossTier.OpenTelemetry.Tests.Tracing;

/// <summary>As many spans of requests as requests are counted, whichever of our layers see them.</summary>
public sealed class OneSpanTests : IDisposable
{
    readonly RecordedSpans _spans = new();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public async Task A_partial_method_over_a_measured_call_has_the_one_span_of_its_request()
    {
        var inner = new Calls("wire", "gpt-4o", call: "Client.Ask");
        await new Partial("above").Ask(() => inner.Ask(() => Task.CompletedTask));

        var span = Assert.Single(_spans.All);
        Assert.Equal(("wire", "gpt-4o", "Partial.Ask"), (Tag(span, "gen_ai.provider.name"), Tag(span, "gen_ai.request.model"), Tag(span, "crosstier.call")));
        Assert.Equal(3L, span.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(1, Counted("wire"));
        Assert.Equal(0, Counted("above"));
    }

    [Fact]
    public async Task A_partial_method_without_a_measured_call_has_its_own()
    {
        await new Partial("handmade").Ask(() => Task.FromResult(Reply.Usual));

        Assert.Equal("handmade", Tag(Assert.Single(_spans.All), "gen_ai.provider.name"));
    }

    [Fact]
    public async Task What_is_asked_in_between_has_a_span_of_its_own_below_that_of_the_request()
    {
        var guard = new Calls("guard", "small", call: "Guard.Check");
        await new Partial("guarded").Ask(async () =>
        {
            await guard.Ask(() => Task.CompletedTask);
            return new Reply(70, 20, Id: "other");
        });

        var (request, check) = (Span("guarded"), Span("guard"));
        Assert.Equal(2, _spans.All.Count);
        Assert.Equal(request.SpanId, check.ParentSpanId);
        Assert.Equal((70L, 3L), (request.GetTagItem("gen_ai.usage.input_tokens"), check.GetTagItem("gen_ai.usage.input_tokens")));
        Assert.Equal((1, 1), (Counted("guarded"), Counted("guard")));
    }

    [Fact]
    public async Task Rounds_of_a_loop_have_a_span_each_below_one_that_is_no_request()
    {
        var rounds = new Calls("rounds", "m", call: "Client.Ask");
        await new Partial("loop").Ask(async () =>
        {
            await rounds.Ask(() => Task.CompletedTask);
            await rounds.Ask(() => Task.CompletedTask);
            return new Reply(6, 4);
        });

        Assert.Equal((3, 2), (_spans.All.Count, _spans.Requests.Count));
        var parent = Assert.Single(_spans.All, span => span.GetTagItem("gen_ai.operation.name") is null);
        Assert.Equal(("Partial.Ask", "Partial.Ask"), (parent.DisplayName, Tag(parent, "crosstier.call")));
        Assert.All(_spans.Requests, span => Assert.Equal((parent.SpanId, "rounds"), (span.ParentSpanId, Tag(span, "gen_ai.provider.name"))));
        Assert.Equal((0, 2), (Counted("loop"), Counted("rounds")));
    }

    [Fact]
    public async Task Another_operation_below_has_its_own_span()
    {
        var embed = new Calls("embedder", "e", call: "Cache.Look", operation: "embeddings");
        await new Partial("asked").Ask(async () =>
        {
            await embed.Ask(() => Task.CompletedTask);
            return new Reply(70, 20);
        });

        Assert.Equal(Span("asked").SpanId, Span("embedder").ParentSpanId);
        Assert.Equal(2, _spans.Requests.Count);
    }

    [Fact]
    public async Task A_failed_request_below_that_is_asked_again_makes_two()
    {
        var first = new Calls("first", "m");
        var second = new Calls("second", "m");
        await new Partial("fallback").Ask(async () =>
        {
            await Assert.ThrowsAsync<TimeoutException>(() => first.Ask(() => Task.FromException(new TimeoutException())));
            return await second.Ask(() => Task.CompletedTask);
        });

        Assert.Equal(["first", "second"], _spans.Requests.Select(span => Tag(span, "gen_ai.provider.name")).Order(StringComparer.Ordinal));
        Assert.Equal((1, 1, 0), (Counted("first"), Counted("second"), Counted("fallback")));
    }

    Activity Span(string provider) => _spans.Requests.Single(span => Tag(span, "gen_ai.provider.name") == provider);

    static string? Tag(Activity span, string name) => span.GetTagItem(name) as string;

    static double Counted(string provider) =>
        AiMetrics.Snapshot().Single(metric => metric.Definition == Exposition.MetricDefinitions.Requests).Points
            .Where(point => point.Labels[0] == provider).Sum(point => point.Value);

    sealed class Partial(string provider)
    {
        readonly CallSite _site = new("Partial.Ask", provider, "gpt-4o", tier: AiTier.Cloud);

        public Task<Reply> Ask(Func<Task<Reply>> half)
        {
            var request = _site.StartPartial(null, default);
            try
            {
                return request.Measure<Reply, ReplyReader>(half());
            }
            catch (Exception e) when (request.RecordFailure(e))
            {
                throw;
            }
        }
    }
}
