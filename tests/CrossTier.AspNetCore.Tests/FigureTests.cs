using System.Globalization;
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
            var before = await Scrape.Of(host);
            await visit.RefreshedAsync();
            var rows = await visit.RowsAsync();
            var after = await Scrape.Of(host);
            foreach (var row in rows)
            {
                string[] labels = [$"provider=\"{row[1]}\"", $"model=\"{row[2]}\""];
                Assert.InRange(Number(row[3]), before.Sum("ai_gateway_requests_total", [.. labels, "status=\"success\""]), after.Sum("ai_gateway_requests_total", [.. labels, "status=\"success\""]));
                Assert.InRange(Number(row[12]), before.Sum("ai_gateway_tokens_total", [.. labels, "direction=\"output\""]), after.Sum("ai_gateway_tokens_total", [.. labels, "direction=\"output\""]));
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
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync(application => application.MapCrossTier());
        var start = await Scrape.Of(host);
        await using var visit = await browser.OpenAsync(host.Page + "?minutes=60");
        traffic.Cloud.Options.ErrorRate = 0.2;
        await traffic.RunAsync(50);
        await traffic.GiveUp();
        await visit.RefreshedAsync();
        var scrape = await Scrape.Of(host);

        // The cards are over the time since the application started, the table and a scrape over that since the process did.
        foreach (var tier in new[] { "local", "cloud" })
        {
            double Since(string name, params string[] labels) => scrape.Providers(tier).Sum(provider => Change(name, [$"provider=\"{provider}\"", .. labels]));
            double Change(string name, string[] labels) => scrape.Sum(name, labels) - start.Sum(name, labels);
            var (succeeded, failed, cancelled) = (Since("ai_gateway_requests_total", "status=\"success\""), Since("ai_gateway_requests_total", "status=\"failure\""), Since("ai_gateway_requests_total", "status=\"cancelled\""));
            var (input, output) = (Since("ai_gateway_tokens_total", "direction=\"input\""), Since("ai_gateway_tokens_total", "direction=\"output\""));
            Assert.Equal(tier == "local" ? (50, 0, 0) : (40, 10, 1), (succeeded, failed, cancelled));

            Assert.Equal($"{succeeded + failed + cancelled} ended", (await visit.FigureAsync(tier, "Requests a second")).Note);
            Assert.Equal((tier == "local" ? "0 %" : "20.0 %", $"{failed} failed {cancelled} cancelled"), await visit.FigureAsync(tier, "Error ratio"));
            Assert.Equal(($"{input + output:N0}", $"{input:N0} in {output:N0} out"), await visit.FigureAsync(tier, "Tokens"));
            Assert.Equal("0", (await visit.FigureAsync(tier, "In flight")).Value);
            Assert.Equal(tier == "local" ? "0" : "–", (await visit.FigureAsync(tier, "Queue depth")).Value);
        }

        AssertRows(await visit.RowsAsync(), scrape);
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

    static void AssertRows(IReadOnlyList<string[]> rows, Scrape scrape)
    {
        Assert.True(rows.Count >= 4);
        foreach (var row in rows)
        {
            string[] labels = [$"provider=\"{row[1]}\"", $"model=\"{row[2]}\""];
            double Total(string name, string label) => scrape.Sum(name, [.. labels, label]);
            var price = (string direction) => scrape.One("ai_gateway_token_price_usd", [.. labels, $"direction=\"{direction}\""]);

            Assert.Contains(row[1], scrape.Providers(row[0].ToLowerInvariant()));
            Assert.Equal(Total("ai_gateway_requests_total", "status=\"success\""), Number(row[3]));
            Assert.Equal(Total("ai_gateway_requests_total", "status=\"failure\""), Number(row[4]));
            Assert.Equal(Total("ai_gateway_requests_total", "status=\"cancelled\""), Number(row[5]));
            Assert.Equal(scrape.Sum("ai_gateway_requests_in_flight", labels), Number(row[6]));
            AssertSeconds(scrape.Quantile(0.5, "ai_gateway_request_duration_seconds", labels), row[7]);
            AssertSeconds(scrape.Quantile(0.95, "ai_gateway_request_duration_seconds", labels), row[8]);
            AssertSeconds(scrape.Quantile(0.99, "ai_gateway_request_duration_seconds", labels), row[9]);
            AssertSeconds(scrape.Quantile(0.95, "ai_gateway_time_to_first_token_seconds", labels), row[10]);
            Assert.Equal(Total("ai_gateway_tokens_total", "direction=\"input\""), Number(row[11]));
            Assert.Equal(Total("ai_gateway_tokens_total", "direction=\"output\""), Number(row[12]));
            if (price("input") is { } input)
            {
                var cached = Total("ai_gateway_token_details_total", "detail=\"cached_input\"");
                var cost = (Number(row[11]) * input) + (Number(row[12]) * price("output")!.Value) - (cached * (input - (price("cached_input") ?? input)));
                Assert.Equal(cost, double.Parse(row[13].TrimStart('$'), CultureInfo.InvariantCulture), cost < 0.01 ? 0.00005 : 0.0005);
            }
            else
            {
                Assert.Equal("no price", row[13]);
            }
        }
    }

    static double Number(string text) => double.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    static void AssertSeconds(double? expected, string shown)
    {
        if (expected is not { } seconds)
        {
            Assert.Equal("–", shown);
            return;
        }

        var (number, unit) = (double.Parse(shown.Split(' ')[0], CultureInfo.InvariantCulture), shown.Split(' ')[1]);
        Assert.Equal(seconds, number * (unit == "ms" ? 0.001 : 1), seconds * 0.006); // Three digits are shown.
    }
}
