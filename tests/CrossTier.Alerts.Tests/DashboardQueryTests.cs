using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Dashboards;
using CrossTier.Tool.Rules;
using YamlDotNet.Serialization;

namespace CrossTier.Alerts.Tests;

/// <summary>Every query of the dashboard is one that Prometheus can parse: it is put into a rule, and promtool reads it.</summary>
public class DashboardQueryTests
{
    [Fact]
    public async Task Promtool_reads_every_query()
    {
        using var scratch = new Scratch();
        var queries = Dashboard.Create(new RuleOptions { LatencyTarget = 5.12 }).Queries
            .Select(query => query.Expr.Replace("$__rate_interval", "5m").Replace("$__range", "1h"))
            .ToList();
        Assert.True(queries.Count > 40);
        var rules = scratch.Write("queries.yml", new SerializerBuilder().Build().Serialize(new
        {
            groups = new[] { new { name = "dashboard", rules = queries.Select((expr, index) => new { record = $"panel:query:{index}", expr }).ToArray() } },
        }));
        var (exitCode, output) = await Programs.RunAsync("promtool", "check", "rules", rules);
        Assert.True(exitCode == 0, output);
        Assert.Contains($"{queries.Count} rules found", output);
    }

    [Fact]
    public Task What_was_left_of_a_rate_limit_long_ago_is_not_shown()
    {
        var panel = Dashboard.Create(new RuleOptions()).Queries
            .Single(query => query.Panel == "Rate limit, requests left").Expr
            .Replace("$__rate_interval", "5m")
            .Replace("$job", ".*").Replace("$provider", ".*").Replace("$model", ".*").Replace("tier!~\"$tier\"", "tier!~\".*\"");
        static string Left(string instance) =>
            $"ai_gateway_ratelimit_remaining{{job=\"shop\",instance=\"{instance}\",provider=\"openai\",model=\"m\",kind=\"requests\"}}";
        return new RuleCase("rate limit: the tightest of the replicas that ask")
            .Requests("openai", success: "0+5x10 50x50", instance: "app-1").Given(Left("app-1"), "40x60")
            .Requests("openai", success: "0+5x10 50x50", instance: "app-2").Given(Left("app-2"), "50x60")
            .Requests("openai", success: "7x60", instance: "idle").Given(Left("idle"), "3x60")
            .Check("8m", $"sum({panel})", 40).Nothing("30m", panel)
            .RunAsync();
    }
}
