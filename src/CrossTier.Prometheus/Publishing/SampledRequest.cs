using Prometheus;

namespace CrossTier.Prometheus.Publishing;

/// <summary>The last request of a bucket that was part of a sampled trace.</summary>
/// <param name="Seconds">What was measured of it.</param>
/// <param name="TraceId">The trace.</param>
/// <param name="SpanId">The span that was current for its caller.</param>
sealed record SampledRequest(double Seconds, string TraceId, string SpanId)
{
    static readonly Exemplar.LabelKey TraceKey = Exemplar.Key("trace_id");
    static readonly Exemplar.LabelKey SpanKey = Exemplar.Key("span_id");

    public Exemplar ToExemplar() => Exemplar.From(TraceKey.WithValue(TraceId), SpanKey.WithValue(SpanId));
}
