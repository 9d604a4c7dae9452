using CrossTier.Counting;
using CrossTier.Exposition;

namespace CrossTier.Dialects.Tests.Support;

/// <summary>What the process counted for one request, in one line: each count that is not 0, and the id of its response.</summary>
static class Counted
{
    static readonly Dictionary<string, string> Names = new()
    {
        ["ai_gateway_requests_total"] = "",
        ["ai_gateway_errors_total"] = "error ",
        ["ai_gateway_tokens_total"] = "",
        ["ai_gateway_token_details_total"] = "",
        ["ai_gateway_usage_missing_total"] = "missing",
        ["ai_gateway_finish_reasons_total"] = "finish ",
        ["ai_gateway_tier_tokens_total"] = "tier ",
        ["ai_gateway_billed_tool_uses_total"] = "tool ",
        ["ai_gateway_time_to_first_token_seconds"] = "first token",
    };

    public static async Task<string> By(Func<Task> act)
    {
        var before = Values();
        var ids = new ResponseIds();
        SeriesObservers.Add(ids);
        await act();
        for (var i = 0; i < 100 && InFlight() != 0; i++)
        {
            await Task.Delay(10); // A connection that hangs up may be a little behind.
        }

        SeriesObservers.Remove(added => added == ids);
        var counts = Values().Select(pair => (pair.Key, Value: pair.Value - before.GetValueOrDefault(pair.Key))).Where(count => count.Value != 0);
        return string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}").Concat(ids.Found.Select(id => "id " + id)).Order(StringComparer.Ordinal));
    }

    static double InFlight() =>
        AiMetrics.Snapshot().Single(metric => metric.Definition.Name == "ai_gateway_requests_in_flight").Points.Sum(point => point.Value);

    // Over all providers and models: which of them a path finds is not what a reply decides.
    static Dictionary<string, double> Values() => AiMetrics.Snapshot().Where(metric => Names.ContainsKey(metric.Definition.Name))
        .SelectMany(metric => metric.Points.Select(point => (Key: KeyOf(metric.Definition, point), Value: point.Histogram?.Count ?? point.Value)))
        .GroupBy(value => value.Key)
        .ToDictionary(group => group.Key, group => group.Sum(value => value.Value));

    // Tiers without the direction: which parts a usage has is compared as details.
    static string KeyOf(MetricDefinition definition, MetricPoint point) =>
        Names[definition.Name] + string.Join(' ', point.Labels.Skip(definition.LabelNames.Contains("service_tier") ? 3 : 2));
}
