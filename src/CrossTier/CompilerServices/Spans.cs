using System.ComponentModel;
using CrossTier.Tracing;

namespace CrossTier.CompilerServices;

/// <summary>The spans of requests. Called by exporters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Spans
{
    /// <summary>The name of their source.</summary>
    public const string SourceName = RequestSpans.SourceName;

    /// <summary>Whether <c>OTEL_SEMCONV_STABILITY_OPT_IN</c> asks for the newest conventions.</summary>
    public static bool IsLatestByEnvironment => RequestSpans.IsLatestByEnvironment;

    /// <summary>Whether they are written by the newest conventions, in the whole process.</summary>
    public static bool IsLatest
    {
        get => RequestSpans.IsLatest;
        set => RequestSpans.IsLatest = value;
    }
}
