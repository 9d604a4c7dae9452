using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Rules;

namespace CrossTier.Alerts.Tests.Cases;

static class BudgetCases
{
    public static IEnumerable<RuleCase> All =>
    [
        Burn("1h", "critical", minutes: 130, failing: 80, fires: "70m", quiet: "125m", until: 90),
        Burn("6h", "critical", minutes: 560, failing: 35, fires: "400m", quiet: "550m", until: 480),
        Burn("1d", "warning", minutes: 2000, failing: 17, fires: "1600m", quiet: "1990m", until: 1700),
        Burn("3d", "warning", minutes: 5300, failing: 6, fires: "4600m", quiet: "5290m", until: 4700),
        new RuleCase("burn: just under the fastest pace") { Options = Slo }.Target(130).Requests("openai", success: "0+929x130", failure: "0+71x130")
            .Check("100m", Firing("1h"), 0).Quiet("1m", "AiErrorBudgetBurn"),
        new RuleCase("burn: an objective that allows it") { Options = new RuleOptions { Slo = 90 } }.Target(130)
            .Requests("openai", success: "0+920x130", failure: "0+80x130")
            .Check("100m", Firing("1h"), 0),
        new RuleCase("burn: too few requests to say") { Options = Slo }.Target(130)
            .Requests("openai", success: "0x130", failure: "0x10 20x120")
            .Quiet("30m", "AiErrorBudgetBurn"),
        new RuleCase("burn: half of the month's budget is left") { Options = Slo }.Target(900).Requests("openai", success: "0+3990x900", failure: "0+10x900")
            .Check("800m", $"round(sum({Recorded.BudgetLeft}), 0.01)", 0.5),

        new RuleCase("tokens: over the budget of a day") { Options = new RuleOptions { TokensPerDay = 100_000 } }.Target(3500)
            .Given("ai_gateway_tokens_total{job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"m\",direction=\"output\"}", "0+100x1100 110000+0x2400")
            .Quiet("1000m", "AiTokenBudget").Fires("1050m", "AiTokenBudget", "job=\"shop\",severity=\"warning\"").Quiet("3400m", "AiTokenBudget"),
        new RuleCase("tokens: without a stated budget there is no alert").Target(60)
            .Given("ai_gateway_tokens_total{job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"m\",direction=\"output\"}", "0+1000000x60")
            .Quiet("50m", "AiTokenBudget"),
        new RuleCase("cost: over the budget of a day") { Options = new RuleOptions { UsdPerDay = 10 } }.Target(3500)
            .Given(
                "ai_gateway_tokens_total{job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"m\",direction=\"output\"}",
                "0+1000x1100 1100000+0x2400")
            .Given("ai_gateway_token_price_usd{job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"m\",direction=\"output\"}", "0.00001x3500")
            .Quiet("1000m", "AiCostBudget").Fires("1050m", "AiCostBudget", "job=\"shop\"").Quiet("3400m", "AiCostBudget"),
        .. CostBurns,
    ];

    static IEnumerable<RuleCase> CostBurns =>
    [
        Spending("over a quarter of the day's budget in an hour", new RuleOptions { UsdPerDay = 100 }, 300, "0+1000x100 100000+50000x80 4100000+0x100")
            .Quiet("100m", "AiCostBurn").Fires("165m", "AiCostBurn", "job=\"shop\",severity=\"critical\"").Quiet("270m", "AiCostBurn"),
        Spending("a budget that allows it", new RuleOptions { UsdPerDay = 200 }, 300, "0+1000x100 100000+50000x80 4100000+0x100")
            .Quiet("165m", "AiCostBurn"),
        Spending("twelve times what this hour costs on other days", new RuleOptions(), 1700, "0+1667x1500 2500500+20000x100 4500500+0x100")
            .Quiet("1490m", "AiCostBurn").Fires("1570m", "AiCostBurn", "job=\"shop\",severity=\"warning\"").Quiet("1690m", "AiCostBurn"),
        Spending("as expensive as on other days", new RuleOptions(), 1700, "0+20000x1700").Quiet("1570m", "AiCostBurn"),
        Spending("a multiple of very little", new RuleOptions(), 1700, "0+10x1500 15000+2000x200").Quiet("1570m", "AiCostBurn"),
    ];

    static RuleCase Spending(string name, RuleOptions options, int minutes, string tokens)
    {
        const string labels = "job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"m\",direction=\"output\"";
        return new RuleCase("cost burn: " + name) { Options = options }.Target(minutes)
            .Given($"ai_gateway_tokens_total{{{labels}}}", tokens).Given($"ai_gateway_token_price_usd{{{labels}}}", $"0.00001x{minutes}");
    }

    static RuleOptions Slo => new() { Slo = 99.5 };

    static RuleCase Burn(string window, string severity, int minutes, int failing, string fires, string quiet, int until) =>
        new RuleCase($"burn: {window}") { Options = Slo }
            .Target(minutes)
            .Requests(
                "openai",
                success: $"0+{1000 - failing}x{until} {(1000 - failing) * until}+1000x{minutes - until}",
                failure: $"0+{failing}x{until} {failing * until}+0x{minutes - until}",
                minutes: minutes)
            .Check("1m", Firing(window), 0)
            .Fires(fires, "AiErrorBudgetBurn", $"window=\"{window}\",severity=\"{severity}\"")
            .Check(quiet, Firing(window), 0);

    static string Firing(string window) => $"count(ALERTS{{alertname=\"AiErrorBudgetBurn\",alertstate=\"firing\",window=\"{window}\"}}) or vector(0)";
}
