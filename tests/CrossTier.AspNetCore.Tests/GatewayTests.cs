using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CrossTier.EndToEnd.Tests.Support;
using CrossTier.Pages.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CrossTier.Pages.Tests;

/// <summary>The page of the gateway among the samples: a process of its own, from its first moment on.</summary>
public sealed partial class GatewayTests(Browser browser)
{
    [Fact]
    public async Task It_is_empty_until_the_first_call_and_then_shows_each()
    {
        Requirement.Browser();
        await using var gateway = ChildProcess.Start("dotnet", [Repository.Gateway, "--listen", "http://127.0.0.1:0"]);
        using var http = new HttpClient { BaseAddress = new Uri(Address().Match(await gateway.LineAsync(Address().IsMatch)).Value) };
        await using var visit = await browser.OpenAsync(new Uri(http.BaseAddress, "/crosstier/").AbsoluteUri);
        Assert.Equal("No calls yet", await visit.TextAsync("#empty-title"));
        Assert.True(await visit.Page.Locator("#figures").IsHiddenAsync());
        Assert.Contains(await visit.RowsAsync(), row => row is ["Local", "ollama", "llama3.2", "0", ..]);
        Assert.Empty(await visit.ViolationsAsync());

        foreach (var (model, stream) in new[] { ("assistant", false), ("assistant", true), ("writer", false), ("writer", true), ("assistant", true) })
        {
            using var answer = await http.PostAsJsonAsync(
                "/v1/chat/completions",
                new { model, stream, messages = new[] { new { role = "user", content = "Where is my parcel?" } } });
            _ = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        }

        await Expect(visit.Page.Locator("#figures")).ToBeVisibleAsync();
        await visit.RefreshedAsync();
        ModelTable.AssertSays(await Scrape.Of(http), await visit.RowsAsync());
        Assert.Equal("3 ended", (await visit.FigureAsync("local", "Requests a second")).Note);
        Assert.Equal("2 ended", (await visit.FigureAsync("cloud", "Requests a second")).Note);
        visit.WasClean();
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial Regex Address();
}
