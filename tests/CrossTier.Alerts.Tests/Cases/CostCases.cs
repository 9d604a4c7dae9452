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
        new RuleCase("cost: each part at its price, each tier at its own, each use of a tool").Target(60)
            .Given(Tokens("input"), "0+1000x60").Given(Tokens("output"), "0+500x60")
            .Given(Detail("cached_input"), "0+100x60").Given(Detail("cache_write_input"), "0+100x60").Given(Detail("cache_write_1h_input"), "0+100x60")
            .Given(Detail("audio_input"), "0+100x60").Given(Detail("cached_audio_input"), "0+100x60")
            .Given(Detail("audio_output"), "0+100x60").Given(Detail("reasoning_output"), "0+100x60")
            .Given(Tier("input", "flex"), "0+200x60").Given(Tier("output", "flex"), "0+50x60").Given(Tier("cached_input", "flex"), "0+40x60")
            .Given(Tool("web_search"), "0+2x60")
            .Given(Price("input"), "10x60").Given(Price("output"), "20x60")
            .Given(Price("cached_input"), "1x60").Given(Price("cache_write_input"), "12x60").Given(Price("cache_write_1h_input"), "16x60")
            .Given(Price("audio_input"), "30x60").Given(Price("cached_audio_input"), "3x60")
            .Given(Price("audio_output"), "60x60").Given(Price("reasoning_output"), "25x60")
            .Given(TierPrice("input", "flex"), "5x60").Given(TierPrice("output", "flex"), "11x60")
            .Given($"ai_gateway_tool_price_usd{{{Labels("app-1")},tool=\"web_search\"}}", "7x60")
            // Input 500: 300 x 10 + 200 x 5. Output 300: 250 x 20 + 50 x 11. Details 60 x 1 + 40 x 1 (flex has no price of its own) + 100 x (12 + 16 + 30 + 3
            // + 60 + 25). Tools 2 x 7.
            .Check("50m", $"round(sum({Recorded.CostRate}) * 60)", 3000 + 1000 + 5000 + 550 + 100 + 14600 + 14)
            .Check("50m", $"round(sum({Recorded.Unpriced}) or vector(0))", 0)
            .Check("50m", $"round(sum({Recorded.UnpricedToolUses}) or vector(0))", 0),
        new RuleCase("cost: calls add up to the total, also where tiers and tools have no line of code").Target(60)
            .Given(Tokens("input"), "0+1000x60").Given(Tokens("output"), "0+100x60").Given(Detail("cached_input"), "0+800x60")
            .Given(Tier("input", "priority"), "0+100x60").Given(Tool("web_search"), "0+1x60")
            .Given(Price("input"), "10x60").Given(Price("output"), "20x60").Given(Price("cached_input"), "1x60").Given(TierPrice("input", "priority"), "30x60")
            .Given($"ai_gateway_tool_price_usd{{{Labels("app-1")},tool=\"web_search\"}}", "100x60")
            .Given(Call("Chat.Ask", "tokens", "direction=\"input\""), "0+900x60")
            .Given(Call("Chat.Ask", "token_details", "detail=\"cached_input\""), "0+800x60")
            .Given(Call("Mail.Sort", "tokens", "direction=\"input\""), "0+100x60")
            .Given(Call("Mail.Sort", "tokens", "direction=\"output\""), "_x20 2100+100x40")
            .Check("50m", $"round(sum({Recorded.CostRate}) * 60)", 1000 + 3000 + 800 + 2000 + 100)
            .Check("50m", $"round(sum({Recorded.CallCostRate}) * 60)", 6900)
            .Check("21m", $"round(1000 * sum({Recorded.CallCostRate}) / sum({Recorded.CostRate}))", 1000)
            // 100 x 10 + 800 x 1 of 4800, whose 2100 more are spread.
            .Check("50m", $"round(sum({Recorded.CallCostRate}{{call=\"Chat.Ask\"}}) * 60, 0.1)", 2587.5),
        new RuleCase("cost: calls of a free model cost nothing and are there").Target(60)
            .Given(Tokens("input"), "0+1000x60").Given(Price("input"), "0x60").Given(Call("Chat.Ask", "tokens", "direction=\"input\""), "0+1000x60")
            .Check("50m", $"sum({Recorded.CallCostRate})", 0),
        new RuleCase("cost: details above their whole cost no less than nothing").Target(60)
            .Given(Tokens("input"), "0+10x60").Given(Detail("cached_input"), "0+400x60").Given(Tier("cached_input", "flex"), "0+900x60")
            .Given(Price("input"), "10x60").Given(Price("cached_input"), "1x60")
            .Check("50m", $"round(sum({Recorded.CostRate}) * 60)", 900)
            .Check("50m", $"count({Recorded.CostRate} < 0) or vector(0)", 0),
        new RuleCase("cost: a detail that is born in the window of its tokens").Target(60)
            .Given(Tokens("input"), "0x20 1000x40").Given(Detail("cached_input"), "_x20 1000x40").Given(Price("input"), "10x60")
            .Given(Price("cached_input"), "1x60")
            .Check("50m", $"min(min_over_time(({Recorded.CostRate})[40m:1m])) >= bool 0", 1),
        new RuleCase("cost: what has no price of its own is in the cost and counts as unpriced").Target(60)
            .Given(Tokens("input"), "0+1000x60").Given(Detail("audio_input"), "0+100x60").Given(Tier("input", "scale"), "0+50x60")
            .Given(Tool("file_search"), "0+3x60")
            .Given(Price("input"), "10x60")
            .Check("50m", $"round(sum({Recorded.CostRate}) * 60)", 10000)
            .Check("50m", $"round(sum({Recorded.Unpriced}) / 5)", 150)
            .Check("50m", $"round(sum({Recorded.UnpricedToolUses}) / 5)", 3),
        new RuleCase("cost: a model without any price counts its tokens once as unpriced").Target(60)
            .Given(Tokens("input"), "0+1000x60").Given(Detail("audio_input"), "0+100x60").Given(Tier("input", "scale"), "0+50x60")
            .Nothing("50m", Recorded.CostRate)
            .Check("50m", $"round(sum({Recorded.Unpriced}) / 5)", 1000),
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
        Relayed("the fleet costs what its gateway reports", true)
            .Check("50m", $"round(sum({Recorded.CostRate}) * 60)", 14000)
            .Check("50m", $"round(sum({Recorded.CostHour}) / sum({Recorded.CostHour}{{job=\"gateway\"}}))", 1)
            .Check("50m", $"round(sum({Recorded.TierCostRate}) * 60)", 14000)
            .Check("50m", $"round(sum({Recorded.TierTokensRate}) * 60)", 1200)
            .Check("50m", $"round(sum({Recorded.TierRequestsRate}) * 60)", 10)
            .Check("50m", $"round(sum({Recorded.TokensDay}) / 1200)", 48)
            .Nothing("50m", Recorded.Unpriced).Nothing("50m", Recorded.UnpricedToolUses)
            .Quiet("50m", "AiUnpricedTokens"),
        Relayed("what is not marked counts twice and is unpriced", false)
            .Check("50m", $"round(sum({Recorded.TierTokensRate}) * 60)", 2400)
            .Check("50m", $"round(sum({Recorded.TierRequestsRate}) * 60)", 20)
            .Check("50m", $"round(sum({Recorded.Unpriced}) / 5)", 1200)
            .Fires("50m", "AiUnpricedTokens"),
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

    // An application asks a gateway, which asks a cloud: both are scraped by one Prometheus.
    static RuleCase Relayed(string outcome, bool isMarked)
    {
        var relayed = new RuleCase("relay: " + outcome).Target(60, "app-1", "till").Target(60, "gw-1", "gateway");
        foreach (var (job, instance, provider) in new[] { ("till", "app-1", "corp"), ("gateway", "gw-1", "openai") })
        {
            var labels = $"job=\"{job}\",instance=\"{instance}\",provider=\"{provider}\"";
            relayed.Given($"ai_gateway_provider_info{{{labels},tier=\"cloud\"}}", "1x60")
                .Given($"ai_gateway_requests_total{{{labels},model=\"m\",status=\"success\"}}", "0+10x60")
                .Given($"ai_gateway_tokens_total{{{labels},model=\"m\",direction=\"input\"}}", "0+1000x60")
                .Given($"ai_gateway_tokens_total{{{labels},model=\"m\",direction=\"output\"}}", "0+200x60")
                .Given($"ai_gateway_billed_tool_uses_total{{{labels},model=\"m\",tool=\"web_search\"}}", "0+1x60");
        }

        const string priced = "job=\"gateway\",instance=\"gw-1\",provider=\"openai\",model=\"m\"";
        relayed.Given($"ai_gateway_token_price_usd{{{priced},direction=\"input\"}}", "10x60")
            .Given($"ai_gateway_token_price_usd{{{priced},direction=\"output\"}}", "20x60")
            .Given($"ai_gateway_tool_price_usd{{{priced},tool=\"web_search\"}}", "0x60");
        return isMarked ? relayed.Given("ai_gateway_provider_relay{job=\"till\",instance=\"app-1\",provider=\"corp\"}", "1x60") : relayed;
    }

    static string Labels(string instance) => $"job=\"shop\",instance=\"{instance}\",provider=\"openai\",model=\"m\"";

    static string Tokens(string direction, string instance = "app-1") => $"ai_gateway_tokens_total{{{Labels(instance)},direction=\"{direction}\"}}";

    static string Detail(string detail) => $"ai_gateway_token_details_total{{{Labels("app-1")},detail=\"{detail}\"}}";

    static string Tier(string direction, string tier) => $"ai_gateway_tier_tokens_total{{{Labels("app-1")},direction=\"{direction}\",service_tier=\"{tier}\"}}";

    static string TierPrice(string direction, string tier) =>
        $"ai_gateway_tier_token_price_usd{{{Labels("app-1")},direction=\"{direction}\",service_tier=\"{tier}\"}}";

    static string Tool(string tool) => $"ai_gateway_billed_tool_uses_total{{{Labels("app-1")},tool=\"{tool}\"}}";

    static string Call(string call, string metric, string label) => $"ai_gateway_call_{metric}_total{{{Labels("app-1")},call=\"{call}\",{label}}}";

    static string Price(string direction, string instance = "app-1") => $"ai_gateway_token_price_usd{{{Labels(instance)},direction=\"{direction}\"}}";
}
