using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Outcomes;
using CrossTier.Protocols;

namespace CrossTier.Exposition;

/// <summary>The metrics labelled by provider and model: every label set with all its statuses, directions and errors.</summary>
static class LabelSetMetrics
{
    /// <summary>The details that exist from the start; the others are born with their first token.</summary>
    static readonly string[] Usual = [MetricLabelValues.CachedInput, MetricLabelValues.CacheWriteInput, MetricLabelValues.ReasoningOutput];

    public static IEnumerable<Metric> Of(IEnumerable<KeyValuePair<LabelSet, Totals>> sums)
    {
        var requests = new MetricBuilder(MetricDefinitions.Requests);
        var duration = new MetricBuilder(MetricDefinitions.Duration);
        var tokens = new MetricBuilder(MetricDefinitions.Tokens);
        var inFlight = new MetricBuilder(MetricDefinitions.InFlight);
        var firstToken = new MetricBuilder(MetricDefinitions.FirstToken);
        var outputToken = new MetricBuilder(MetricDefinitions.TimePerOutputToken);
        var stall = new MetricBuilder(MetricDefinitions.StreamStall);
        var errors = new MetricBuilder(MetricDefinitions.Errors);
        var cancelled = new MetricBuilder(MetricDefinitions.CancelledTime);
        var details = new MetricBuilder(MetricDefinitions.TokenDetails);
        var finished = new MetricBuilder(MetricDefinitions.FinishReasons);
        var tierTokens = new MetricBuilder(MetricDefinitions.TierTokens);
        var toolUses = new MetricBuilder(MetricDefinitions.BilledToolUses);
        var usageMissing = new MetricBuilder(MetricDefinitions.UsageMissing);
        var retries = new MetricBuilder(MetricDefinitions.Retries);

        foreach (var ((provider, model), totals) in sums)
        {
            requests.Add(totals.Success, provider, model, MetricLabelValues.Success);
            requests.Add(totals.Failure, provider, model, MetricLabelValues.Failure);
            requests.Add(totals.Cancelled, provider, model, MetricLabelValues.Cancelled);
            duration.Add(totals.Durations, provider, model);
            tokens.Add(totals.InputTokens, provider, model, MetricLabelValues.Input);
            tokens.Add(totals.OutputTokens, provider, model, MetricLabelValues.Output);
            inFlight.Add(totals.Started - totals.Ended, provider, model);
            cancelled.Add(Buckets.Seconds(totals.CancelledTicks), provider, model);
            usageMissing.Add(totals.UsageMissing, provider, model);

            var rare = totals.Rare;
            for (var kind = 0; kind < ErrorKinds.Count; kind++)
            {
                errors.Add(rare?.Errors[kind] ?? 0, provider, model, ErrorKinds.LabelOf((ErrorKind)kind));
            }

            DetailPoints.Add(details, rare, Usual.Contains, provider, model);
            AddFinishReasons(finished, totals, provider, model);
            AddTiers(tierTokens, rare, provider, model);
            AddTools(toolUses, rare, provider, model);

            if (totals.Streams is { } streams)
            {
                AddStreams(firstToken, outputToken, stall, streams, provider, model);
            }

            if (rare is { Retries: > 0 })
            {
                retries.Add(rare.Retries, provider, model);
            }
        }

        MetricBuilder[] builders =
        [
            requests, duration, tokens, inFlight, firstToken, outputToken, stall, errors, cancelled, details, finished, tierTokens,
            toolUses, usageMissing, retries,
        ];
        return builders.Select(metric => metric.Build());
    }

    // Each exists after the first stream that has it.
    static void AddStreams(MetricBuilder firstToken, MetricBuilder outputToken, MetricBuilder stall, StreamTotals streams, string provider, string model)
    {
        if (streams.FirstToken.Counts.ContainsAnyExcept(0))
        {
            firstToken.Add(streams.FirstToken, provider, model);
        }

        if (streams.Waits is { } waits && waits.OutputTokens.Counts.ContainsAnyExcept(0))
        {
            outputToken.Add(waits.OutputTokens, provider, model);
        }

        if (streams.Waits is { } all && all.Stalls.Counts.ContainsAnyExcept(0))
        {
            stall.Add(all.Stalls, provider, model);
        }
    }

    // With the first reason all exist, so that a share of them never lacks a part.
    static void AddFinishReasons(MetricBuilder metric, in Totals totals, string provider, string model)
    {
        if (!totals.Finished[1..].ContainsAnyExcept(0))
        {
            return;
        }

        for (var reason = FinishReason.Stop; reason <= FinishReason.Other; reason++)
        {
            metric.Add(totals.Finished[(int)reason], provider, model, FinishReasons.LabelOf(reason));
        }
    }

    // Plain input and output exist with their tier, the details with their first token.
    static void AddTiers(MetricBuilder metric, RareTotals? rare, string provider, string model)
    {
        foreach (var (tier, parts) in InOrder(rare?.Tiers))
        {
            for (var i = 0; i < parts.Length; i++)
            {
                if (parts[i] > 0 || !PricedParts.Details.Contains(PricedParts.All[i]))
                {
                    metric.Add(parts[i], provider, model, PricedParts.All[i], tier);
                }
            }
        }
    }

    static void AddTools(MetricBuilder metric, RareTotals? rare, string provider, string model)
    {
        foreach (var (tool, uses) in InOrder(rare?.ToolUses))
        {
            metric.Add(uses[0], provider, model, tool);
        }
    }

    static IEnumerable<(string Name, long[] Counts)> InOrder(NamedCounts? named) =>
        named is null ? [] : named.All.ToArray().OrderBy(counts => counts.Name, StringComparer.Ordinal);
}
