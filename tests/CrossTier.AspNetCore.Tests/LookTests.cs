using CrossTier.CompilerServices;
using CrossTier.Pages.Tests.Support;
using Microsoft.Playwright;

namespace CrossTier.Pages.Tests;

/// <summary>How the page looks: to everybody, on every screen, whatever the labels are.</summary>
public sealed class LookTests(Browser browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Axe_finds_nothing_and_nothing_is_cut_off(ColorScheme scheme, int width)
    {
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync();
        await traffic.RunAsync(8);
        await using var visit = await browser.OpenAsync(host.Page, scheme, width);
        foreach (var summary in await visit.Page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await Assertions.Expect(visit.Page.Locator("details[open]")).ToHaveCountAsync(8);
        Assert.Empty(await visit.ViolationsAsync());
        Assert.True(
            await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"),
            "The page is wider than the screen.");
        visit.WasClean();
    }

    [Theory]
    [InlineData("No calls yet", "\"models\":[]", "0.1.0")]
    [InlineData("Switched off", "\"models\":[]", null)]
    public async Task Without_calls_it_says_why_it_is_empty(string title, string models, string? version)
    {
        await using var host = await PageHost.StartAsync();
        // Other tests have made calls in this process: of the answer's models none is let through.
        await using var visit = await browser.OpenAsync(host.Page, prepare: page => page.RouteAsync("**/data?*", async route =>
        {
            var answer = await route.FetchAsync();
            var text = await answer.TextAsync();
            text = text[..text.IndexOf("\"models\":", StringComparison.Ordinal)] + models + "}";
            await route.FulfillAsync(new()
            {
                Response = answer,
                Body = version is null ? System.Text.RegularExpressions.Regex.Replace(text, "\"version\":\"[^\"]*\"", "\"version\":null") : text,
            });
        }));
        Assert.Equal(title, await visit.TextAsync("#empty-title"));
        Assert.True(await visit.Page.Locator("#figures").IsHiddenAsync());
        Assert.Empty(await visit.ViolationsAsync());
        visit.WasClean();
    }

    [Theory]
    [InlineData("<script>document.body.innerHTML = ''; alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\"><svg onload=alert(1)>")]
    [InlineData("a&amp;b'c\"d\u202e\n")]
    public async Task A_label_is_text_whatever_it_holds(string model)
    {
        // A provider that is stated keeps the name as it is.
        new CallSite("Chat.Ask", "evil<b>", model, null, AiTier.Cloud).Start(null, default).RecordFailure(new TimeoutException());
        await using var host = await PageHost.StartAsync();
        await using var visit = await browser.OpenAsync(host.Page);
        var rows = await visit.RowsAsync();
        var row = Assert.Single(rows, row => row[2].Trim() == model.Trim());
        Assert.Equal("evil<b>", row[1]);
        Assert.Equal(0, await visit.Page.Locator("table script, table img, table svg, table b, option script").CountAsync());
        await visit.Choice("Model").SelectOptionAsync(new SelectOptionValue { Value = row[2] });
        await visit.RefreshedAsync();
        Assert.Single(await visit.RowsAsync());
        await visit.Page.ReloadAsync();
        await visit.RefreshedAsync();
        Assert.Single(await visit.RowsAsync());
        visit.WasClean();
    }
}
