using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Rules;

namespace CrossTier.Alerts.Tests.Cases;

static class MeasurementCases
{
    const string Labels = "job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"m\"";
    const string Input = $"ai_gateway_tokens_total{{{Labels},direction=\"input\"}}";

    static string Unmeasured(string state) =>
        $"ai_gateway_unmeasured_requests_total{{job=\"shop\",instance=\"app-1\",provider=\"openai\",host=\"api.openai.com\",state=\"{state}\"}}";

    public static IEnumerable<RuleCase> All =>
    [
        new RuleCase("usage: a fifth of the answers says none").Target(200)
            .Requests("openai", success: "0+10x200").Given($"ai_gateway_usage_missing_total{{{Labels}}}", "0+2x60 120+0x140")
            .Quiet("1m", "AiUsageMissing").Fires("40m", "AiUsageMissing", "severity=\"warning\"").Quiet("150m", "AiUsageMissing"),
        new RuleCase("usage: a tenth is the edge").Target(200)
            .Requests("openai", success: "0+10x200")
            .Given($"ai_gateway_usage_missing_total{{{Labels}}}", "0+1x200")
            .Quiet("100m", "AiUsageMissing"),
        new RuleCase("usage: four in an hour are too few").Target(200)
            .Requests("openai", success: "0x20 4x180")
            .Given($"ai_gateway_usage_missing_total{{{Labels}}}", "0x20 4x180")
            .Quiet("50m", "AiUsageMissing"),

        new RuleCase("unpriced: tokens without a price, then the book learns it").Target(120)
            .Given(Input, "0+10x120").Given($"ai_gateway_token_price_usd{{{Labels},direction=\"input\"}}", "_x60 0.000001x60")
            .Quiet("14m", "AiUnpricedTokens").Fires("30m", "AiUnpricedTokens", "model=\"m\",severity=\"warning\"").Quiet("80m", "AiUnpricedTokens"),
        new RuleCase("unpriced: a price of 0 is a price").Target(60)
            .Given(Input, "0+10x60")
            .Given($"ai_gateway_token_price_usd{{{Labels},direction=\"input\"}}", "0x60")
            .Quiet("30m", "AiUnpricedTokens"),
        new RuleCase("unpriced: a billed tool without a price").Target(60)
            .Given($"ai_gateway_billed_tool_uses_total{{{Labels},tool=\"web_search\"}}", "0+1x60")
            .Fires("30m", "AiUnpricedTokens", "model=\"m\""),

        new RuleCase("cap: a single request that has lost its name").Target(60)
            .Given("ai_gateway_requests_total{job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"other\",status=\"success\"}", "_x10 1x50")
            .Quiet("8m", "AiLabelCapReached").Fires("14m", "AiLabelCapReached", "job=\"shop\",severity=\"warning\"").Quiet("50m", "AiLabelCapReached"),
        new RuleCase("cap: names that hold").Target(60).Requests("openai", success: "0+9x60").Quiet("30m", "AiLabelCapReached"),

        new RuleCase("unmeasured: a single request, the first of its process").Target(60)
            .Given(Unmeasured("unmeasured"), "_x20 1x40")
            .Quiet("18m", "AiUnmeasuredRequests").Fires("24m", "AiUnmeasuredRequests", "job=\"shop\",host=\"api.openai.com\",severity=\"warning\"")
            .Quiet("50m", "AiUnmeasuredRequests"),
        new RuleCase("unmeasured: requests that go on, then are measured").Target(90)
            .Given(Unmeasured("unmeasured"), "0x5 1+1x30 31x55")
            .Fires("30m", "AiUnmeasuredRequests", "provider=\"openai\"").Quiet("60m", "AiUnmeasuredRequests"),
        new RuleCase("unmeasured: calls that are ignored or in a baseline, and a scrape that was late").Target(60)
            .Given(Unmeasured("excused"), "_x10 1+1x50").Given(Unmeasured("baselined"), "_x10 1+1x50").Given(Unmeasured("unmeasured"), "3x30 _x3 3x27")
            .Quiet("14m", "AiUnmeasuredRequests").Quiet("37m", "AiUnmeasuredRequests"),

        new RuleCase("absent: the application is not scraped for a while")
        {
            Options = new RuleOptions { Jobs = ["shop"], Expected = [new("openai", null), new("openai", "gpt-4o")] },
        }
            .Given("ai_gateway_provider_info{job=\"shop\",instance=\"app-1\",provider=\"openai\",tier=\"cloud\"}", "1x20 _x30 1x30")
            .Given("ai_gateway_requests_total{job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"gpt-4o\",status=\"success\"}", "1x80")
            .Quiet("15m", "AiKnownProviderAbsent").Quiet("33m", "AiKnownProviderAbsent")
            .Fires("45m", "AiKnownProviderAbsent", "provider=\"openai\",job=\"shop\",severity=\"warning\"").Quiet("60m", "AiKnownProviderAbsent"),
        new RuleCase("absent: a model that no build exposes") { Options = new RuleOptions { Expected = [new("openai", "gpt-4o")] } }
            .Given("ai_gateway_requests_total{job=\"shop\",instance=\"app-1\",provider=\"openai\",model=\"gpt-4\",status=\"success\"}", "1x80")
            .Fires("20m", "AiKnownProviderAbsent", "model=\"gpt-4o\""),
    ];
}
