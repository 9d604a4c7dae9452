using System.Text.RegularExpressions;
using CrossTier.EndToEnd.Tests.Support;
using CrossTier.Pages.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrossTier.Pages.Tests;

/// <summary>A person signs in at the gateway's page, in a real browser, behind a reverse proxy that serves the gateway below a path.</summary>
public sealed partial class SignInPageTests(Browser browser)
{
    [Fact]
    public async Task Who_knows_the_token_sees_the_page_behind_a_proxy()
    {
        Requirement.Browser();
        await using var proxy = await PrefixProxy.StartAsync("/gateway");
        var environment = new Dictionary<string, string?> { ["Gateway__Token"] = "s3cret", ["Gateway__PublicUrl"] = proxy.Address };
        await using var gateway = ChildProcess.Start("dotnet", [Repository.Gateway, "--listen", "http://127.0.0.1:0"], environment);
        proxy.Target = new Uri(Address().Match(await gateway.LineAsync(Address().IsMatch)).Value);
        var address = proxy.Address + "/crosstier/";

        await using var visit = await browser.OpenAsync(address, prepare: page => SignInAsync(page, address));

        Assert.Equal("No calls yet", await visit.TextAsync("#empty-title"));
        Assert.All(visit.Requests, request => Assert.StartsWith(address, request.AbsoluteUri));
        Assert.DoesNotContain(visit.Requests, request => request.AbsoluteUri.Contains("s3cret", StringComparison.Ordinal));
        var cookie = Assert.Single(await visit.Page.Context.CookiesAsync());
        Assert.Equal((true, SameSiteAttribute.Strict, "/gateway/crosstier"), (cookie.HttpOnly, cookie.SameSite, cookie.Path));
        Assert.DoesNotContain("s3cret", cookie.Value);
    }

    static async Task SignInAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await EnterAsync("a guess");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("That is not the token.");
        await EnterAsync("s3cret");
        await Expect(page.Locator("#empty-title")).ToBeVisibleAsync();

        async Task EnterAsync(string token)
        {
            await page.GetByLabel("Token of the gateway").FillAsync(token);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        }
    }

    [GeneratedRegex("http://127.0.0.1:[0-9]+")]
    private static partial Regex Address();
}
