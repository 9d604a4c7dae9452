using System.Net;
using System.Net.NetworkInformation;
using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests;

/// <summary>With --serve the page stays up, on loopback alone.</summary>
public sealed class QuickStartServeTests(ServedQuickStart quickStart) : IClassFixture<ServedQuickStart>
{
    [Fact]
    public void The_page_over_HTTP_has_the_same_counts()
    {
        var page = PrometheusText.Parse(quickStart.Page);
        Assert.Equal(20, page.Sum("ai_gateway_requests_total", "status=success"));
        Assert.Equal(2, page.Sum("ai_gateway_requests_total", "status=failure"));
        Assert.Equal(2, page.Sum("ai_gateway_requests_total", "status=cancelled"));
        Assert.Equal(0, page.Sum("ai_gateway_requests_in_flight"));
        Assert.All(page.Types.Keys, name => Assert.StartsWith("ai_gateway_", name, StringComparison.Ordinal));
    }

    [Fact]
    public void It_listens_on_loopback_only()
    {
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == quickStart.Port);
        Assert.Equal(IPAddress.Loopback, Assert.Single(listeners).Address);
    }

    [Fact]
    public void Promtool_has_nothing_to_say_of_the_page()
    {
        var promtool = Requirement.FindProgram("promtool");
        Requirement.Meet(promtool is null ? "promtool is not installed (Debian's package prometheus has it)" : null);
        Assert.Equal((0, ""), Promtool.Check(promtool!, quickStart.Page));
    }

    [Fact]
    public async Task A_real_Prometheus_stores_every_sample_of_the_page()
    {
        var program = Requirement.FindProgram("prometheus");
        Requirement.Meet(program is null ? "prometheus is not installed" : null);
        await using var prometheus = await PrometheusServer.StartAsync(program!, quickStart.Port);
        var page = PrometheusText.Parse(quickStart.Page);

        var stored = await prometheus.UntilAsync("""{__name__=~"ai_gateway_.+"}""", samples => samples.Count == page.Samples.Count);

        Assert.Equal(Lines(page.Samples), Lines(stored));
    }

    [Fact]
    public async Task PromQL_answers_what_the_page_says()
    {
        var program = Requirement.FindProgram("prometheus");
        Requirement.Meet(program is null ? "prometheus is not installed" : null);
        await using var prometheus = await PrometheusServer.StartAsync(program!, quickStart.Port);
        var page = PrometheusText.Parse(quickStart.Page);

        var failed = await prometheus.UntilAsync("""sum by (provider) (ai_gateway_requests_total{status="failure"}) > 0""", samples => samples.Count == 1);
        Assert.Equal(("openai", 2), (failed[0].Labels["provider"], failed[0].Value));

        var tiers = await prometheus.UntilAsync(
            "sum by (tier) (sum by (job, instance, provider) (ai_gateway_tokens_total) "
            + "* on (job, instance, provider) group_left (tier) ai_gateway_provider_info)",
            samples => samples.Count == 2);
        Assert.Equal(page.Sum("ai_gateway_tokens_total", "provider=openai"), tiers.Single(tier => tier.Labels["tier"] == "cloud").Value);
        Assert.Equal(
            page.Sum("ai_gateway_tokens_total") - page.Sum("ai_gateway_tokens_total", "provider=openai"),
            tiers.Single(tier => tier.Labels["tier"] == "local").Value);

        var slow = await prometheus.UntilAsync(
            """histogram_quantile(0.95, ai_gateway_request_duration_seconds_bucket{model="llama3.2"})""",
            samples => samples.Count == 1);
        Assert.Equal(Quantiles.Of(page, "ai_gateway_request_duration_seconds", ["model=llama3.2"], 0.95), slow[0].Value, precision: 9);
    }

    static IEnumerable<string> Lines(IEnumerable<PrometheusText.Sample> samples) =>
        samples.Select(sample => $"{sample.Key} {sample.Value:R}").Order(StringComparer.Ordinal);
}
