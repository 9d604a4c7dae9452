using CrossTier.Alerts.Tests.Support;

namespace CrossTier.Alerts.Tests.Cases;

/// <summary>What the provider refuses as the caller's own fault.</summary>
static class CallerCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new RuleCase("caller: a retired model answers 404 to everything").Target(120)
            .Requests("openai", success: "0+10x30 300+0x50 300+10x40", failure: "0x30 0+10x50 500+0x40", error: "bad_request")
            .Quiet("30m", "AiCallerFault")
            .Fires("60m", "AiCallerFault", "model=\"m\",severity=\"critical\",notify=\"page\"")
            .Quiet("110m", "AiCallerFault"),
        OneOfTen("auth").Fires("40m", "AiCallerFault", "provider=\"openai\",severity=\"warning\"").Check("40m", Pages, 0),
        OneOfTen("rate_limited").Quiet("40m", "AiCallerFault"),
        new RuleCase("caller: exactly a twentieth").Target(60)
            .Requests("openai", success: "0+95x60", failure: "0+5x60", error: "content_filter").Quiet("40m", "AiCallerFault"),
        new RuleCase("caller: nineteen requests in ten minutes are too few").Target(60)
            .Requests("openai", success: "0x60", failure: "0+1.9x60", error: "auth").Quiet("40m", "AiCallerFault"),
        new RuleCase("caller: a model that is born with its first failures").Target(60)
            .Requests("openai", success: "_x20 0x40", failure: "_x20 30x40", error: "bad_request").Quiet("18m", "AiCallerFault")
            .Fires("27m", "AiCallerFault", "severity=\"critical\"").Quiet("50m", "AiCallerFault"),
    ];

    const string Pages = "count(ALERTS{alertname=\"AiCallerFault\",severity=\"critical\"}) or vector(0)";

    static RuleCase OneOfTen(string error)
    {
        var replicas = new RuleCase($"caller: one replica of ten, {error}").Target(60, "app-0")
            .Requests("openai", success: "0x60", failure: "0+4x60", error: error, instance: "app-0");
        foreach (var instance in Enumerable.Range(1, 9).Select(index => $"app-{index}"))
        {
            replicas.Target(60, instance).Requests("openai", success: "0+4x60", instance: instance);
        }

        return replicas;
    }
}
