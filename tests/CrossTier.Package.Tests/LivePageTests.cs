using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>A web application that has the page's package and nothing else of ours serves the page.</summary>
public sealed class LivePageTests(Feed feed)
{
    const string Program = """
        // program
        using CrossTier;
        using Microsoft.Extensions.AI;

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapCrossTier();
        await app.StartAsync();
        await Chat.Ask(new Fakes.FakeClient());
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First() + "/crosstier/") };
        foreach (var file in new[] { "", "page.css", "page.js", "uPlot.iife.min.js" })
        {
            using var answer = await http.GetAsync(file);
            Console.WriteLine($"{file} {(int)answer.StatusCode} {answer.Content.Headers.ContentType}");
        }

        Console.WriteLine((await http.GetStringAsync("data")).Contains("\"provider\":\"openai\",\"model\":\"gpt-4o\",\"figures\":{\"success\":1,"));
        await app.StopAsync();

        public static class Chat
        {
            [AiCall("openai", "gpt-4o")]
            public static Task Ask(IChatClient client) => client.GetResponseAsync("hi");
        }
        """;

    [Fact]
    public async Task The_page_and_its_files_come_out_of_the_package()
    {
        var workspace = feed.Workspace();
        workspace.Bare("Web", Program, items: workspace.Package("CrossTier.AspNetCore"), sdk: "Microsoft.NET.Sdk.Web").File("Web/Client.cs", Code.Client);
        (await workspace.Build("Web")).Succeeded().Says();
        Assert.Equal(
            [
                " 200 text/html; charset=utf-8",
                "page.css 200 text/css; charset=utf-8",
                "page.js 200 text/javascript; charset=utf-8",
                "uPlot.iife.min.js 200 text/javascript; charset=utf-8",
                "True",
            ],
            (await workspace.Run("Web")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
