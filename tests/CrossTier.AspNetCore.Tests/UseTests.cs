using System.Text.RegularExpressions;
using CrossTier.Pages.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrossTier.Pages.Tests;

/// <summary>What a reader does with the page.</summary>
public sealed class UseTests(Browser browser)
{
    const string DarkGround = "rgb(14, 17, 22)";
    const string LightGround = "rgb(245, 246, 248)";

    [Fact]
    public async Task It_updates_without_a_reload()
    {
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync();
        await traffic.AskLocal("steady-1");
        await using var visit = await browser.OpenAsync(host.Page);
        var row = visit.Page.Locator("#models tbody tr", new() { HasText = "steady-1" });
        await Expect(row.Locator("td").Nth(2)).ToHaveTextAsync("1");
        await visit.Page.EvaluateAsync("() => window.isSamePage = true");
        await traffic.AskLocal("steady-1");
        await Expect(row.Locator("td").Nth(2)).ToHaveTextAsync("2");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => window.isSamePage"));
        visit.WasClean();
    }

    [Fact]
    public async Task The_filter_shows_one_provider_or_one_model_and_stands_in_the_address()
    {
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync();
        await traffic.RunAsync(12);
        await using var visit = await browser.OpenAsync(host.Page);

        await visit.Choice("Provider").SelectOptionAsync("openai");
        await visit.RefreshedAsync();
        Assert.All(await visit.RowsAsync(), row => Assert.Equal("openai", row[1]));
        Assert.Equal("0 ended", (await visit.FigureAsync("local", "Requests a second")).Note);
        Assert.Equal("12 ended", (await visit.FigureAsync("cloud", "Requests a second")).Note);
        Assert.DoesNotContain("llama3.2", await visit.Choice("Model").InnerTextAsync());

        await visit.Choice("Model").SelectOptionAsync("gpt-4o-mini");
        await visit.RefreshedAsync();
        Assert.Equal("3 ended", (await visit.FigureAsync("cloud", "Requests a second")).Note);
        Assert.Equal("gpt-4o-mini", Assert.Single(await visit.RowsAsync())[2]);
        Assert.EndsWith("?provider=openai&model=gpt-4o-mini", visit.Page.Url);

        await visit.Page.ReloadAsync();
        await visit.RefreshedAsync();
        Assert.Equal("gpt-4o-mini", Assert.Single(await visit.RowsAsync())[2]);

        await visit.Choice("Provider").SelectOptionAsync("ollama");
        await visit.RefreshedAsync();
        Assert.Equal(["llama3.2", "qwen2.5"], (await visit.RowsAsync()).Select(row => row[2]).Where(model => model is "llama3.2" or "qwen2.5").Order());
        visit.WasClean();
    }

    [Fact]
    public async Task A_filter_that_nothing_meets_says_so_and_leads_back()
    {
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync();
        await traffic.AskLocal();
        await using var visit = await browser.OpenAsync(host.Page + "?provider=nobody&minutes=17&quantile=p1");
        Assert.Equal("Nothing of that name", await visit.TextAsync("#empty-title"));
        Assert.True(await visit.Page.Locator("#figures").IsHiddenAsync());
        Assert.Empty(await visit.ViolationsAsync());
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show all" }).ClickAsync();
        await Expect(visit.Page.Locator("#figures")).ToBeVisibleAsync();
        Assert.True(await visit.Page.GetByLabel("15 min").IsCheckedAsync());
        visit.WasClean();
    }

    [Theory]
    [InlineData(ColorScheme.Light, LightGround)]
    [InlineData(ColorScheme.Dark, DarkGround)]
    public async Task The_theme_is_the_browsers_until_the_reader_chooses(ColorScheme scheme, string ground)
    {
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync();
        await traffic.AskLocal();
        await using var visit = await browser.OpenAsync(host.Page, scheme);
        var (body, button) = (visit.Page.Locator("body"), visit.Page.Locator("#theme"));
        await Expect(body).ToHaveCSSAsync("background-color", ground);
        await button.ClickAsync();
        await Expect(button).ToHaveTextAsync("Theme: light");
        await Expect(body).ToHaveCSSAsync("background-color", LightGround);
        await button.ClickAsync();
        await Expect(body).ToHaveCSSAsync("background-color", DarkGround);
        await visit.Page.ReloadAsync();
        await Expect(body).ToHaveCSSAsync("background-color", DarkGround);
        await button.ClickAsync();
        await Expect(body).ToHaveCSSAsync("background-color", ground);
        Assert.Empty(await visit.Page.Context.CookiesAsync());
        visit.WasClean();
    }

    [Fact]
    public async Task The_keyboard_reaches_everything()
    {
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync();
        await traffic.RunAsync(4);
        await using var visit = await browser.OpenAsync(host.Page);
        await Expect(visit.Page.Locator("canvas").First).ToBeVisibleAsync();
        var keyboard = visit.Page.Keyboard;
        List<string> reached = [];
        for (var step = 0; step < 40; step++)
        {
            await keyboard.PressAsync("Tab");
            var focused = await visit.Page.EvaluateAsync<string>(
                "() => { const e = document.activeElement; return e.id || e.name || e.className || e.tagName; }");
            if (focused == "BODY")
            {
                break;
            }

            reached.Add(focused);
            Assert.True(await visit.Page.EvaluateAsync<bool>("""
                () => {
                  const e = document.activeElement, style = getComputedStyle(e.type === 'radio' ? e.nextElementSibling : e);
                  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                }
                """), $"{focused} does not show its focus.");
        }

        Assert.Equal(["skip", "pause", "theme", "provider", "model", "minutes", "quantile", .. Enumerable.Repeat("SUMMARY", 8), "scroll"], reached);

        await visit.Page.Locator(".skip").FocusAsync();
        await keyboard.PressAsync("Enter");
        Assert.Equal("main", await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await visit.Page.GetByLabel("15 min").FocusAsync();
        await keyboard.PressAsync("ArrowRight");
        await visit.RefreshedAsync();
        Assert.Contains("minutes=60", visit.Page.Url);
        visit.WasClean();
    }

    [Fact]
    public async Task Each_chart_is_also_a_table()
    {
        var clock = new SteppedClock();
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync(clock: clock);
        await traffic.RunAsync(6);
        clock.Advance(TimeSpan.FromSeconds(5));
        await using var visit = await browser.OpenAsync(host.Page);
        foreach (var summary in await visit.Page.Locator("summary").AllAsync())
        {
            await summary.FocusAsync();
            await visit.Page.Keyboard.PressAsync("Enter");
        }

        await Expect(visit.Page.Locator("details table tbody tr")).ToHaveCountAsync(8);
        Assert.Equal("1.20", await visit.TextAsync("figure:has-text('Request rate') tbody td"));
        Assert.Equal("Request rate, a second: Local 1.20, Cloud 1.20", await visit.Page.Locator(".plot").First.GetAttributeAsync("aria-label"));
        visit.WasClean();
    }

    [Fact]
    public async Task Paused_it_stands_still()
    {
        await using var traffic = await Traffic.StartAsync();
        await using var host = await PageHost.StartAsync();
        await traffic.AskLocal();
        await using var visit = await browser.OpenAsync(host.Page);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        Assert.Equal("Paused", await visit.TextAsync("#state-text"));
        var asked = visit.Requests.Count;
        await Task.Delay(2500);
        Assert.Equal(asked, visit.Requests.Count);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await visit.RefreshedAsync();
        Assert.Equal("Live", await visit.TextAsync("#state-text"));
        visit.WasClean();
    }

    [Fact]
    public async Task An_application_that_is_gone_is_noticed()
    {
        await using var traffic = await Traffic.StartAsync();
        var host = await PageHost.StartAsync();
        await traffic.AskLocal();
        await using var visit = await browser.OpenAsync(host.Page);
        await host.DisposeAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync(new Regex("The application does not answer. The figures are of [0-9:]{8}."));
        Assert.Equal("No answer", await visit.TextAsync("#state-text"));
        Assert.Empty(await visit.ViolationsAsync());
        Assert.NotEmpty(await visit.RowsAsync());
    }
}
