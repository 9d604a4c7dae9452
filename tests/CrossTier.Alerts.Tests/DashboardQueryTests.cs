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
        var queries = Dashboard.Create(new RuleOptions { LatencyTarget = 5.12 }).Queries.Select(query => query.Expr.Replace("$__rate_interval", "5m").Replace("$__range", "1h")).ToList();
        Assert.True(queries.Count > 40);
        var rules = scratch.Write("queries.yml", new SerializerBuilder().Build().Serialize(new
        {
            groups = new[] { new { name = "dashboard", rules = queries.Select((expr, index) => new { record = $"panel:query:{index}", expr }).ToArray() } },
        }));
        var (exitCode, output) = await Programs.RunAsync("promtool", "check", "rules", rules);
        Assert.True(exitCode == 0, output);
        Assert.Contains($"{queries.Count} rules found", output);
    }
}
