using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Rules;

namespace CrossTier.Alerts.Tests.Cases;

static class ProviderCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new RuleCase("down: a provider that never succeeded, at one call a minute").Target(90)
            .Requests("openai", failure: "0+1x15 15+0x75")
            .Quiet("2m", "AiProviderDown")
            .Fires("8m", "AiProviderDown", "provider=\"openai\",job=\"shop\",severity=\"critical\",notify=\"page\"")
            .Quiet("85m", "AiProviderDown"),
        new RuleCase("down: a busy provider is found within five minutes of its last success").Target(60)
            .Requests("openai", success: "0+10x20 200+0x20 200+10x20", failure: "0+0x20 0+10x20 200+0x20")
            .Quiet("21m", "AiProviderDown")
            .Fires("25m", "AiProviderDown")
            .Quiet("45m", "AiProviderDown"),
        new RuleCase("down: three calls an hour are enough").Target(120)
            .Requests("openai", success: "0x120", failure: "0x10 1x19 2x19 3x60")
            .Quiet("45m", "AiProviderDown")
            .Fires("56m", "AiProviderDown"),
        new RuleCase("down: two failures are not an outage").Target(60)
            .Requests("openai", success: "0x60", failure: "0x5 2x55")
            .Quiet("10m", "AiProviderDown")
            .Quiet("30m", "AiProviderDown"),
        new RuleCase("down: one success in the window and it is not down").Target(60)
            .Requests("openai", success: "0x9 1x51", failure: "0+1x60")
            .Quiet("12m", "AiProviderDown").Quiet("18m", "AiProviderDown"),
        new RuleCase("down: our own faults do not page as an outage").Target(60)
            .Requests("openai", failure: "0+5x60", error: "auth")
            .Requests("mistral", failure: "0+5x60", error: "bad_request")
            .Requests("groq", failure: "0+5x60", error: "rate_limited")
            .Quiet("30m", "AiProviderDown"),
        new RuleCase("down: one replica that reaches the provider is enough").Target(60).Target(60, "app-2")
            .Requests("openai", failure: "0+5x60").Requests("openai", success: "0+5x60", instance: "app-2")
            .Quiet("30m", "AiProviderDown"),

        new RuleCase("credentials: nothing but 401").Target(60)
            .Requests("openai", success: "0x40 0+1x20", failure: "0+1x40 40+0x20", error: "auth")
            .Quiet("4m", "AiCredentialsOrQuota")
            .Fires("15m", "AiCredentialsOrQuota", "error=\"auth\",severity=\"critical\"")
            .Quiet("45m", "AiCredentialsOrQuota"),
        new RuleCase("credentials: quota spent").Target(60)
            .Requests("openai", success: "0x60", failure: "0+1x60", error: "rate_limited")
            .Fires("15m", "AiCredentialsOrQuota", "error=\"rate_limited\""),
        new RuleCase("credentials: some requests pass").Target(60)
            .Requests("openai", success: "0+1x60", failure: "0+9x60", error: "rate_limited")
            .Quiet("30m", "AiCredentialsOrQuota"),

        new RuleCase("hung: requests are open and none ends").Target(90)
            .Requests("openai", success: "0+5x10 50+0x50 50+5x30")
            .Given(InFlight("openai"), "1x10 8x52 1x28")
            .Quiet("25m", "AiProviderHung")
            .Fires("33m", "AiProviderHung", "provider=\"openai\",severity=\"critical\"")
            .Quiet("65m", "AiProviderHung"),
        new RuleCase("hung: one answer in nine minutes is slow and not hung").Target(90)
            .Requests("openai", success: "0x9 1x9 2x9 3x9 4x9 5x9 6x9 7x9 8x18")
            .Given(InFlight("openai"), "3x90")
            .Quiet("30m", "AiProviderHung").Quiet("60m", "AiProviderHung"),

        new RuleCase("give up: six of ten are cancelled").Target(60)
            .Requests("openai", success: "0+4x30 120+10x30", cancelled: "0+6x30 180+0x30")
            .Quiet("4m", "AiCallersGiveUp").Fires("20m", "AiCallersGiveUp", "severity=\"warning\"").Quiet("50m", "AiCallersGiveUp"),
        new RuleCase("give up: half is not more than half").Target(60)
            .Requests("openai", success: "0+5x60", cancelled: "0+5x60")
            .Quiet("30m", "AiCallersGiveUp"),
        new RuleCase("give up: too few to say").Target(60)
            .Requests("openai", success: "0x60", cancelled: "0x10 4x10 8x40")
            .Quiet("18m", "AiCallersGiveUp")
            .Quiet("28m", "AiCallersGiveUp"),

        new RuleCase("error rate: six percent of a cloud provider").Target(60)
            .Requests("openai", success: "0+94x25 2350+100x35", failure: "0+6x25 150+0x35")
            .Quiet("4m", "AiCloudErrorRate")
            .Fires("20m", "AiCloudErrorRate", "provider=\"openai\",severity=\"warning\",notify=\"ticket\"")
            .Quiet("50m", "AiCloudErrorRate"),
        new RuleCase("error rate: five percent is allowed").Target(60)
            .Requests("openai", success: "0+95x60", failure: "0+5x60")
            .Quiet("20m", "AiCloudErrorRate")
            .Quiet("50m", "AiCloudErrorRate"),
        new RuleCase("error rate: a limit of ten percent") { Options = new RuleOptions { ErrorRate = 10 } }.Target(60)
            .Requests("openai", success: "0+94x60", failure: "0+6x60").Requests("groq", success: "0+88x60", failure: "0+12x60")
            .Fires("20m", "AiCloudErrorRate", "provider=\"groq\"").Check("20m", "count(ALERTS{alertname=\"AiCloudErrorRate\",alertstate=\"firing\"})", 1),
        new RuleCase("error rate: local servers have no part in it").Target(60)
            .Requests("vllm", success: "0+50x60", failure: "0+50x60", tier: "local")
            .Quiet("30m", "AiCloudErrorRate"),
        new RuleCase("error rate: what the caller did wrong is not the provider's").Target(60)
            .Requests("openai", success: "0+50x60", failure: "0+50x60", error: "bad_request")
            .Quiet("30m", "AiCloudErrorRate"),
        new RuleCase("error rate: cancelled requests are not failures").Target(60)
            .Requests("openai", success: "0+95x60", failure: "0+4x60", cancelled: "0+60x60")
            .Quiet("30m", "AiCloudErrorRate"),
        new RuleCase("error rate: two replicas say the tier twice").Target(60).Target(60, "app-2")
            .Requests("openai", success: "0+40x60", failure: "0+10x60").Requests("openai", success: "0+40x60", failure: "0+10x60", instance: "app-2")
            .Fires("20m", "AiCloudErrorRate"),
        new RuleCase("other jobs are left alone") { Options = new RuleOptions { Jobs = ["shop", "till+1"] } }.Target(60)
            .Given("ai_gateway_errors_total{job=\"foreign\",instance=\"x\",provider=\"openai\",model=\"m\",error=\"network\"}", "0+9x60")
            .Given("ai_gateway_errors_total{job=\"till+1\",instance=\"x\",provider=\"openai\",model=\"m\",error=\"network\"}", "0+9x60")
            .Fires("20m", "AiProviderDown", "job=\"till+1\"").Check("20m", "count(ALERTS{alertname=\"AiProviderDown\",alertstate=\"firing\"})", 1),
    ];

    static string InFlight(string provider) => $"ai_gateway_requests_in_flight{{job=\"shop\",instance=\"app-1\",provider=\"{provider}\",model=\"m\"}}";
}
