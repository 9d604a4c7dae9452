using CrossTier.Pages.Tests.Support;

namespace CrossTier.Pages.Tests;

/// <summary>What the package carries.</summary>
public sealed class AssetTests
{
    [Theory]
    [InlineData("uPlot.iife.min.js")]
    [InlineData("uPlot.min.css")]
    public async Task The_chart_library_is_served_as_it_was_published(string name)
    {
        var published = await File.ReadAllBytesAsync(Requirement.Package("uplot/dist/" + name));
        await using var host = await PageHost.StartAsync();
        Assert.Equal(published, await host.Http.GetByteArrayAsync("/crosstier/" + name));
    }

    [Fact]
    public void Its_licence_goes_with_it()
    {
        var licence = File.ReadAllText(Requirement.Package("uplot/LICENSE"));
        Assert.Contains(licence.Trim(), File.ReadAllText(Repository.Of("src/CrossTier.AspNetCore/THIRD-PARTY-NOTICES.txt")));
        Assert.Contains("uPlot 1.6.32 ", File.ReadAllText(Repository.Of("src/CrossTier.AspNetCore/THIRD-PARTY-NOTICES.txt")));
    }

    [Fact]
    public async Task What_a_browser_has_it_does_not_get_again()
    {
        await using var host = await PageHost.StartAsync();
        using var first = await host.Http.GetAsync("/crosstier/page.js");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/crosstier/page.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Http.SendAsync(again);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("", "/crosstier", "crosstier/")]
    [InlineData("", "/crosstier?provider=openai", "crosstier/?provider=openai")]
    [InlineData("/tools", "/tools/crosstier", "crosstier/")]
    public async Task Without_its_slash_the_page_leads_to_where_it_is(string pathBase, string address, string location)
    {
        await using var host = await PageHost.StartAsync(application =>
        {
            Microsoft.AspNetCore.Builder.UsePathBaseExtensions.UsePathBase(application, pathBase);
            Microsoft.AspNetCore.Builder.EndpointRoutingApplicationBuilderExtensions.UseRouting(application);
            application.MapCrossTier();
        });
        using var answer = await host.Http.GetAsync(address);
        Assert.Equal(location, answer.Headers.Location?.OriginalString);
    }
}
