using System.Diagnostics;
using CrossTier.OpenTelemetry.Tests.Support;

namespace CrossTier.OpenTelemetry.Tests.Tracing;

/// <summary>What is current inside a request, and after it what was before.</summary>
public sealed class CurrentSpanTests : IDisposable
{
    readonly ActivitySource _user = new("user");
    readonly RecordedSpans _spans = new("user");

    public void Dispose()
    {
        _spans.Dispose();
        _user.Dispose();
    }

    [Fact]
    public async Task What_an_awaited_call_does_is_below_its_span()
    {
        using var outer = _user.StartActivity("outer")!;
        var calls = new Calls("awaited");
        await calls.Ask(async () =>
        {
            Work("sync part");
            await Task.Yield();
            Work("async part");
        });

        Assert.Same(outer, Activity.Current);
        var span = Assert.Single(_spans.Requests);
        Assert.Equal(outer.SpanId, span.ParentSpanId);
        Assert.All(["sync part", "async part"], name => Assert.Equal(span.SpanId, Span(name).ParentSpanId));
    }

    [Fact]
    public async Task Nothing_stays_current_of_a_call_that_nobody_awaits()
    {
        var pending = new TaskCompletionSource();
        var task = new Calls("unawaited").Ask(() => pending.Task);
        Assert.Null(Activity.Current);
        Work("beside");
        pending.SetResult();
        await task;

        Assert.Null(Activity.Current);
        Assert.Equal(default, Span("beside").ParentSpanId);
    }

    [Fact]
    public void A_synchronous_call_restores_what_was_current_also_when_it_throws()
    {
        using var outer = _user.StartActivity("outer")!;
        var calls = new Calls("synchronous");
        calls.AskNow(() => Work("inside"));
        Assert.Same(outer, Activity.Current);
        Assert.Throws<InvalidOperationException>(() => calls.AskNow(() => throw new InvalidOperationException()));
        Assert.Same(outer, Activity.Current);

        Assert.Equal(2, _spans.Requests.Count);
        Assert.Equal(_spans.Requests[0].SpanId, Span("inside").ParentSpanId);
    }

    [Fact]
    public async Task A_stream_is_current_while_the_SDK_works_and_not_while_its_reader_does()
    {
        using var outer = _user.StartActivity("outer")!;
        await foreach (var _ in new Calls("streamed").StreamAsync(Chunks()))
        {
            Assert.Same(outer, Activity.Current);
            Work("reader");
        }

        Assert.Same(outer, Activity.Current);
        var span = Assert.Single(_spans.Requests);
        Assert.Equal(outer.SpanId, span.ParentSpanId);
        Assert.All(_spans.All.Where(other => other.DisplayName == "chunk"), chunk => Assert.Equal(span.SpanId, chunk.ParentSpanId));
        Assert.All(_spans.All.Where(other => other.DisplayName == "reader"), reader => Assert.Equal(outer.SpanId, reader.ParentSpanId));
        Assert.Equal((3, 3), (_spans.All.Count(other => other.DisplayName == "chunk"), _spans.All.Count(other => other.DisplayName == "reader")));
    }

    [Fact]
    public async Task A_stream_that_is_left_ends_its_span_and_restores_what_was_current()
    {
        using var outer = _user.StartActivity("outer")!;
        await foreach (var _ in new Calls("left").StreamAsync(Chunks()))
        {
            break;
        }

        Assert.Same(outer, Activity.Current);
        Assert.Equal("cancelled", Assert.Single(_spans.Requests).GetTagItem("error.type"));
    }

    [Fact]
    public async Task Parallel_calls_each_have_their_own()
    {
        using var outer = _user.StartActivity("outer")!;
        var calls = new Calls("parallel");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => calls.Ask(async () =>
        {
            await Task.Yield();
            Work("part " + i);
        })));

        Assert.Same(outer, Activity.Current);
        Assert.Equal(20, _spans.Requests.Count);
        Assert.All(_spans.Requests, span => Assert.Equal(outer.SpanId, span.ParentSpanId));
        Assert.Equal(20, Enumerable.Range(0, 20).Select(i => Span("part " + i).ParentSpanId.ToHexString()).Distinct().Count());
        Assert.All(Enumerable.Range(0, 20), i => Assert.Contains(_spans.Requests, span => span.SpanId == Span("part " + i).ParentSpanId));
    }

    async IAsyncEnumerable<Reply> Chunks()
    {
        for (var i = 0; i < 3; i++)
        {
            await Task.Yield();
            Work("chunk");
            yield return Reply.Usual;
        }
    }

    void Work(string name) => _user.StartActivity(name)!.Dispose();

    Activity Span(string name) => _spans.All.Single(span => span.DisplayName == name);
}
