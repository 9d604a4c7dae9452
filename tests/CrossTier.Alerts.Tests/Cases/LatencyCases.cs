using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Rules;

namespace CrossTier.Alerts.Tests.Cases;

static class LatencyCases
{
    const string Labels = "job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"m\"";
    const string Duration = "ai_gateway_request_duration_seconds";

    public static IEnumerable<RuleCase> All =>
    [
        new RuleCase("degraded: twice as slow as the day before").Target(1700)
            .Given($"{Duration}_sum{{{Labels}}}", "0+10x1530 15300+20x40 16100+10x60")
            .Given($"{Duration}_count{{{Labels}}}", "0+10x1630")
            .Quiet("1530m", "AiLatencyDegraded")
            .Fires("1555m", "AiLatencyDegraded", "model=\"m\",severity=\"warning\"")
            .Quiet("1600m", "AiLatencyDegraded"),
        new RuleCase("degraded: one and a half times is the edge").Target(1700)
            .Given($"{Duration}_sum{{{Labels}}}", "0+10x1530 15300+14.9x60")
            .Given($"{Duration}_count{{{Labels}}}", "0+10x1630")
            .Quiet("1555m", "AiLatencyDegraded"),
        new RuleCase("degraded: slower and still fast").Target(1700)
            .Given($"{Duration}_sum{{{Labels}}}", "0+1x1530 1530+4x60")
            .Given($"{Duration}_count{{{Labels}}}", "0+10x1630")
            .Quiet("1555m", "AiLatencyDegraded"),
        new RuleCase("target: ninety of a hundred within 10.24 s") { Options = Promise }.Target(60)
            .Given($"{Duration}_bucket{{{Labels},le=\"10.24\"}}", "0+90x30 2700+100x30").Given($"{Duration}_count{{{Labels}}}", "0+100x60")
            .Quiet("9m", "AiLatencyTarget").Fires("20m", "AiLatencyTarget", "severity=\"warning\"").Quiet("50m", "AiLatencyTarget"),
        new RuleCase("target: ninety-five of a hundred keep it") { Options = Promise }.Target(60)
            .Given($"{Duration}_bucket{{{Labels},le=\"10.24\"}}", "0+95x60").Given($"{Duration}_count{{{Labels}}}", "0+100x60")
            .Quiet("30m", "AiLatencyTarget"),
        new RuleCase("percentiles need twenty requests, and idle minutes record nothing").Target(60)
            .Given($"{Duration}_bucket{{{Labels},le=\"1.28\"}}", "0+9x20 180+0x40")
            .Given($"{Duration}_bucket{{{Labels},le=\"2.56\"}}", "0+10x20 200+0x40").Given($"{Duration}_bucket{{{Labels},le=\"+Inf\"}}", "0+10x20 200+0x40")
            .Given($"{Duration}_sum{{{Labels}}}", "0+12x20 240+0x40").Given($"{Duration}_count{{{Labels}}}", "0+10x20 200+0x40")
            .Check("15m", $"round(sum({Recorded.Duration}p95_10m), 0.01)", 1.92)
            .Check("15m", $"round(sum({Recorded.DurationMean}), 0.01)", 1.2)
            .Nothing("1m", $"{Recorded.Duration}p95_10m")
            .Nothing("45m", $"{Recorded.Duration}p95_10m"),
        new RuleCase("time to first token and speed").Target(60)
            .Given($"ai_gateway_time_to_first_token_seconds_bucket{{{Labels},le=\"0.32\"}}", "0+10x60")
            .Given($"ai_gateway_time_to_first_token_seconds_bucket{{{Labels},le=\"+Inf\"}}", "0+10x60")
            .Given($"ai_gateway_time_to_first_token_seconds_count{{{Labels}}}", "0+10x60")
            .Given($"{Duration}_sum{{{Labels}}}", "0+5x60").Given($"ai_gateway_tokens_total{{{Labels},direction=\"output\"}}", "0+200x60")
            .Check("30m", $"round(sum({Recorded.FirstToken}p50_10m), 0.01)", 0.16)
            .Check("30m", $"round(sum({Recorded.OutputSpeed}), 0.01)", 40),
    ];

    static RuleOptions Promise => new() { LatencyTarget = 10.24, LatencyShare = 95 };
}
