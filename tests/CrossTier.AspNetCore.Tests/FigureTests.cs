using CrossTier.CompilerServices;
using CrossTier.Pages.Tests.Support;

namespace CrossTier.Pages.Tests;

/// <summary>The page shows what <c>/metrics</c> of the same process says.</summary>
public sealed class FigureTests(Browser browser)
{
    [Fact]
    public async Task Under_load_its_figures_lie_between_two_scrapes()
    {
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync();
        await traffic.RunAsync(2);
        await using var visit = await browser.OpenAsync(host.Page);
        var load = traffic.RunAsync(90);
        var looks = 0;
        while (!load.IsCompleted)
        {
            var before = await Scrape.Of(host.Http);
            await visit.RefreshedAsync();
            var rows = await visit.RowsAsync();
            var after = await Scrape.Of(host.Http);
            foreach (var row in rows)
            {
                var labels = ModelTable.Labels(row);
                Assert.InRange(
                    ModelTable.Number(row[3]),
                    before.Sum("ai_gateway_requests_total", [.. labels, "status=\"success\""]),
                    after.Sum("ai_gateway_requests_total", [.. labels, "status=\"success\""]));
                Assert.InRange(
                    ModelTable.Number(row[12]),
                    before.Sum("ai_gateway_tokens_total", [.. labels, "direction=\"output\""]),
                    after.Sum("ai_gateway_tokens_total", [.. labels, "direction=\"output\""]));
            }

            looks++;
        }

        await load;
        Assert.True(looks > 1, "The load ended before the page was looked at twice.");
        visit.WasClean();
    }

    [Fact]
    public async Task After_load_they_are_equal()
    {
        // A scrape escapes this label; the page shows it.
        new CallSite("Chat.Ask", "evil<b>", "a\\b\"c\nd", null, AiTier.Cloud).Start(null, default).RecordFailure(new TimeoutException());
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync(application => application.MapCrossTier());
        var start = await Scrape.Of(host.Http);
        await using var visit = await browser.OpenAsync(host.Page + "?minutes=60");
        traffic.Cloud.Options.ErrorRate = 0.2;
        await traffic.RunAsync(50);
        await traffic.GiveUp();
        await visit.RefreshedAsync();
        var scrape = await Scrape.Of(host.Http);

        // The cards are over the time since the application started, the table and a scrape over that since the process did.
        foreach (var tier in new[] { "local", "cloud" })
        {
            double Since(string name, params string[] labels) => scrape.Providers(tier).Sum(provider => Change(name, [$"provider=\"{provider}\"", .. labels]));
            double Change(string name, string[] labels) => scrape.Sum(name, labels) - start.Sum(name, labels);
            var (succeeded, failed, cancelled) = (
                Since("ai_gateway_requests_total", "status=\"success\""),
                Since("ai_gateway_requests_total", "status=\"failure\""),
                Since("ai_gateway_requests_total", "status=\"cancelled\""));
            var (input, output) = (Since("ai_gateway_tokens_total", "direction=\"input\""), Since("ai_gateway_tokens_total", "direction=\"output\""));
            Assert.Equal(tier == "local" ? (50, 0, 0) : (40, 10, 1), (succeeded, failed, cancelled));

            Assert.Equal($"{succeeded + failed + cancelled} ended", (await visit.FigureAsync(tier, "Requests a second")).Note);
            Assert.Equal((tier == "local" ? "0 %" : "20.0 %", $"{failed} failed {cancelled} cancelled"), await visit.FigureAsync(tier, "Error ratio"));
            Assert.Equal(($"{input + output:N0}", $"{input:N0} in {output:N0} out"), await visit.FigureAsync(tier, "Tokens"));
            Assert.Equal("0", (await visit.FigureAsync(tier, "In flight")).Value);
            Assert.Equal(tier == "local" ? "0" : "–", (await visit.FigureAsync(tier, "Queue depth")).Value);
        }

        ModelTable.AssertSays(scrape, await visit.RowsAsync());
        visit.WasClean();
    }

    [Fact]
    public async Task Opening_it_changes_none()
    {
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync();
        await traffic.RunAsync(3);
        var before = await host.Http.GetStringAsync("/metrics");
        await using (var visit = await browser.OpenAsync(host.Page))
        {
            await visit.RefreshedAsync();
            await visit.Page.ReloadAsync();
            await visit.RefreshedAsync();
        }

        Assert.Equal(before, await host.Http.GetStringAsync("/metrics"));
    }
}
