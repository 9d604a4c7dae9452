using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Alerts;

/// <summary>Answers that are a success to the caller and a failure to who reads them.</summary>
static class AnswerAlerts
{
    public static IEnumerable<AlertRule> Of(Promql q)
    {
        // Twice over: by more than people notice, and by more than chance explains. A classifier that is cut at its first token always was.
        var (now, before) = (Recorded.LengthRatio, Recorded.LengthBaseline);
        var option = q.Options.LengthShare is { } share ? $"\n  or {now} > {Promql.Number(share / 100)}" : "";
        yield return new("AiAnswersCutOff", Severity.Warning, FromMinutes(15), $"""
            {now} > 1.5 * {before}
              and {now} - {before} > 0.05
              and {now} - {before} > 3 * ({before} * (1 - {before}) / {Recorded.FinishReasonsHour}) ^ 0.5{option}
            """,
            "Answers of {{ $labels.provider }} {{ $labels.model }} are cut off",
            "{{ $value | humanizePercentage }} of the answers of {{ $labels.model }} in an hour ended at the limit of tokens, more than the day before or "
            + "than you allow: their readers see half an answer.");
    }
}
