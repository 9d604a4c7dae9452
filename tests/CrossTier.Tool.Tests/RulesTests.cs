using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Tests;

public class RulesTests
{
    [Fact]
    public async Task Providers_that_the_code_states_are_expected()
    {
        var yaml = await Tool.DoAsync("rules", Tool.Host, "--job", "shop", "--expect", "anthropic/claude-sonnet-4-5");
        foreach (var provider in new[] { "openai", "ollama", "mistral", "groq" })
        {
            Assert.Contains($"absent(ai_gateway_provider_info{{job=\"shop\",provider=\"{provider}\"}})", yaml);
        }

        Assert.Contains("absent(ai_gateway_requests_total{job=\"shop\",provider=\"anthropic\",model=\"claude-sonnet-4-5\"})", yaml);
    }

    [Fact]
    public async Task A_target_between_two_bounds_is_moved_and_says_so()
    {
        var (exitCode, output, error) = await Tool.RunAsync("rules", "--latency-target", "10");
        Assert.Equal(0, exitCode);
        Assert.Contains("le=\"10.24\"", output);
        Assert.Contains("measured at 10.24 s", error);
    }

    [Theory]
    [InlineData(1, 90, "1m30s")]
    [InlineData(1, 86400, "1d")]
    [InlineData(60, 300, "5s")]
    [InlineData(60, 30, "500ms")]
    [InlineData(3600, 1, "1ms")]
    public void A_window_is_divided_by_the_scale(double scale, double seconds, string window) =>
        Assert.Equal(window, new Promql(new RuleOptions { TimeScale = scale }).Window(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Names_with_quotes_and_signs_stay_names()
    {
        var promql = new Promql(new RuleOptions { Jobs = ["a\"b", "c.d"] });
        Assert.Equal("x{job=~\"a\\\"b|c\\\\.d\",y=\"z\"}", promql.Select("x", "y=\"z\""));
    }
}
