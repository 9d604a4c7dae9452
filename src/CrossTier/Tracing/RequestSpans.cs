using System.Diagnostics;
using CrossTier.Counting;

namespace CrossTier.Tracing;

/// <summary>The source of our spans. While nobody listens to it, a request pays one branch.</summary>
static class RequestSpans
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "CrossTier";

    /// <summary>Asks for the newest conventions: a comma-separated list of categories, as the specification has it.</summary>
    const string OptIn = "OTEL_SEMCONV_STABILITY_OPT_IN";

    const string NewestExperimental = "gen_ai_latest_experimental";

    static readonly ActivitySource Source = new(SourceName, typeof(RequestSpans).Assembly.GetName().Version?.ToString(3));

    /// <summary>Whether anybody listens.</summary>
    public static bool IsOn => Source.HasListeners();

    /// <summary>Whether the environment asks for the newest conventions.</summary>
    public static bool IsLatestByEnvironment { get; } = Settings.OfProcess.Items(OptIn).Contains(NewestExperimental, StringComparer.Ordinal);

    /// <summary>Whether spans are written by the newest conventions.</summary>
    public static bool IsLatest { get; set; } = IsLatestByEnvironment;

    /// <summary>Begins a span below what is current, and leaves that current. Null if it is not sampled.</summary>
    /// <param name="head">What is known of the request.</param>
    /// <param name="kind">Client, or internal if another library makes a span of the same request below.</param>
    public static Activity? Start(SpanHead head, ActivityKind kind)
    {
        var before = Activity.Current;
        var span = Source.StartActivity(kind, default(ActivityContext), head.Tags, links: null, startTime: default, head.Name);
        Activity.Current = before;
        return span;
    }

    /// <summary>The span of a request that has ended, below another one.</summary>
    /// <param name="parent">What is above; the default if nothing is.</param>
    /// <param name="request">The request.</param>
    public static void Add(ActivityContext parent, SpanFacts request)
    {
        var before = Activity.Current;
        Activity.Current = null; // It would be the parent of a span that has none.
        var head = request.Series.Head;
        var span = Source.StartActivity(ActivityKind.Client, parent, head.Tags, links: null, request.Started, head.Name);
        if (span is not null)
        {
            SpanWriter.Write(span, request);
            span.SetEndTime(request.Ended);
            span.Stop();
        }

        Activity.Current = before;
    }

    /// <summary>Ends a span, and leaves current what is.</summary>
    public static void Stop(Activity span, DateTime ended)
    {
        var before = Activity.Current;
        span.SetEndTime(ended);
        span.Stop();
        Activity.Current = ReferenceEquals(before, span) ? span.Parent : before;
    }
}
