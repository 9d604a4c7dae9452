using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Rules;

namespace CrossTier.Alerts.Tests.Cases;

static class CostCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new RuleCase("cost: tokens times price, what the cache saved taken off").Target(90)
            .Given(Tokens("input"), "0+1000x90")
            .Given(Tokens("output"), "0+100x90")
            .Given(Detail("cached_input"), "0+400x90")
            .Given(Detail("cache_write_input"), "0+100x90")
            .Given(Price("input"), "0.00001x90")
            .Given(Price("output"), "0.00003x90")
            .Given(Price("cached_input"), "0.000001x90")
            .Given(Price("cache_write_input"), "0.0000125x90")
            // 1000 x 1e-5 + 100 x 3e-5 - 400 x 0.9e-5 + 100 x 0.25e-5 = 0.00965 a minute.
            .Check("80m", $"round(sum({Recorded.CostRate}) * 60 * 100000)", 965)
            .Check("80m", $"round(sum({Recorded.CacheDiscountRate}) * 60 * 100000)", 335)
            .Check("80m", $"round(sum({Recorded.CostHour}) * 10000)", 5790),
        new RuleCase("cost: without a price for cached tokens they cost what others cost").Target(60)
            .Given(Tokens("input"), "0+1000x60").Given(Detail("cached_input"), "0+400x60").Given(Price("input"), "0.00001x60")
            .Check("50m", $"round(sum({Recorded.CostRate}) * 60 * 100000)", 1000),
        new RuleCase("cost: what was spent stays when the price falls").Target(90)
            .Given(Tokens("output"), "0+100x30 3000+0x60").Given(Price("output"), "0.0001x40 0x50")
            .Check("80m", $"round(sum({Recorded.CostDay}) * 1000)", 300),
        new RuleCase("cost: a label set that is born with its first tokens counts them").Target(60)
            .Given(Tokens("output"), "_x20 500x40").Given(Price("output"), "_x20 0.0001x40")
            .Check("50m", $"round(sum({Recorded.CostHour}) * 10000)", 500),
        new RuleCase("cost: a gap in the scrapes is not a birth")
            .Given("up{job=\"shop\",instance=\"app-1\"}", "1x20 _x15 1x30")
            .Given(Tokens("output"), "500+0x20 _x15 510+0x30").Given(Price("output"), "0.0001x65")
            .Check("60m", $"round(sum(sum_over_time({Recorded.TokensIncrease}[20m])))", 0),
        new RuleCase("cost: two replicas with the same price count it once each").Target(60).Target(60, "app-2")
            .Given(Tokens("output"), "0+100x60")
            .Given(Tokens("output", "app-2"), "0+100x60")
            .Given(Price("output"), "0.0001x60")
            .Given(Price("output", "app-2"), "0.0001x60")
            .Check("50m", $"round(sum({Recorded.CostRate}) * 60 * 1000)", 20),
        new RuleCase("cost: tokens of an unpriced model are counted apart").Target(60).Given(Tokens("output"), "0+100x60")
            .Nothing("30m", Recorded.CostRate)
            .Check("30m", $"round(sum({Recorded.Unpriced}))", 500),
        new RuleCase("tiers: local and cloud apart, a provider of both counts as cloud, once").Target(60).Target(60, "app-2")
            .Requests("openai", success: "0+30x60").Requests("vllm", success: "0+60x60", failure: "0+60x60", tier: "local")
            .Requests("acme", success: "0+30x60", tier: "local").Requests("acme", success: "0+30x60", tier: "cloud", instance: "app-2")
            .Check("30m", $"sum({Recorded.TierRequestsRate}{{tier=\"cloud\"}}) * 60", 90)
            .Check("30m", $"sum({Recorded.TierRequestsRate}{{tier=\"local\"}}) * 60", 120)
            .Check("30m", $"sum({Recorded.TierErrorRatio}{{tier=\"local\"}})", 0.5),
        new RuleCase("tiers: what has no tier is shown as unknown").Target(60)
            .Given("ai_gateway_requests_total{job=\"shop\",instance=\"app-1\",provider=\"other\",model=\"other\",status=\"success\"}", "0+60x60")
            .Given("ai_gateway_errors_total{job=\"shop\",instance=\"app-1\",provider=\"other\",model=\"other\",error=\"network\"}", "0x60")
            .Check("30m", $"sum({Recorded.TierRequestsRate}{{tier=\"unknown\"}})", 1),
        new RuleCase("tiers: what a million tokens cost").Target(90)
            .Requests("openai", success: "0+1x90")
            .Given(Tokens("output"), "0+100x90")
            .Given(Tokens("input"), "0+900x90")
            .Given(Price("output"), "0.0001x90")
            .Given(Price("input"), "0.00001x90")
            .Check("80m", $"round(sum({Recorded.TierCostPerMillion}{{tier=\"cloud\"}}))", 19),
    ];

    static string Labels(string instance) => $"job=\"shop\",instance=\"{instance}\",provider=\"openai\",model=\"m\"";

    static string Tokens(string direction, string instance = "app-1") => $"ai_gateway_tokens_total{{{Labels(instance)},direction=\"{direction}\"}}";

    static string Detail(string detail) => $"ai_gateway_token_details_total{{{Labels("app-1")},detail=\"{detail}\"}}";

    static string Price(string direction, string instance = "app-1") => $"ai_gateway_token_price_usd{{{Labels(instance)},direction=\"{direction}\"}}";
}
