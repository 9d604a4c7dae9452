using System.ClientModel;
using CrossTier.Pages.Tests.Support;
using Microsoft.Playwright;

namespace CrossTier.Pages.Tests;

/// <summary>
/// The pictures of the page in the documents. <c>CROSSTIER_PICTURES=1 dotnet test --filter PictureTests</c> takes them anew: true calls of
/// simulated providers, in a quarter of an hour that passes in about a minute.
/// </summary>
public sealed class PictureTests(Browser browser)
{
    const int MaxBytes = 200_000;
    const int Steps = 180;

    [Theory]
    [InlineData("docs/live-page.png", "README.md", "docs/live-page.png")]
    [InlineData("docs/live-page-dark.png", "docs/live-page.md", "live-page-dark.png")]
    public void They_are_small_and_shown(string picture, string document, string link)
    {
        var bytes = File.ReadAllBytes(Repository.Of(picture));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        Assert.InRange(bytes.Length, 10_000, MaxBytes);
        Assert.Contains($"]({link})", File.ReadAllText(Repository.Of(document)));
    }

    [Fact]
    public async Task Of_a_day_with_troubles_the_page_gives_a_picture()
    {
        var isKept = Environment.GetEnvironmentVariable("CROSSTIER_PICTURES") == "1";
        var clock = new SteppedClock();
        await using var traffic = await Traffic.StartAsync(string.Join(' ', Enumerable.Repeat("The customer asks where the parcel is.", 40)));
        var (local, cloud) = (traffic.Local.Options, traffic.Cloud.Options);
        (local.MaxConcurrency, local.ReplyWords) = (4, 30);
        cloud.ReplyWords = 60;
        await traffic.RunAsync(4); // What the first calls of a process cost is no picture of its day.
        await using var host = await PageHost.StartAsync(clock: clock);
        var random = new Random(7);
        for (var step = 0; step < (isKept ? Steps : 4); step++)
        {
            cloud.ErrorRate = step is > 60 and < 90 && step % 2 == 0 ? 0.15 : 0;
            (local.Latency, cloud.Latency) = (TimeSpan.FromMilliseconds(25 + random.Next(30)), TimeSpan.FromMilliseconds(60 + random.Next(70)));
            (local.ChunkDelay, cloud.ChunkDelay) = (TimeSpan.FromMilliseconds(step % 3), TimeSpan.FromMilliseconds(1 + (step % 2)));
            var isBusy = step is > 110 and < 140;
            List<Task> calls =
            [
                .. Enumerable.Range(0, random.Next(5, 9) + (isBusy ? 9 : 0)).Select(call => Try(traffic.AskLocal(call % 4 == 0 ? "qwen2.5" : "llama3.2"))),
            ];
            calls.AddRange(Enumerable.Range(0, random.Next(5, 11))
                .Select(call => Try(call % 2 == 0 ? traffic.StreamCloud() : traffic.AskCloud("gpt-4o-mini"))));
            await Task.Delay(8);
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAll(calls);
        }

        foreach (var (scheme, picture) in new[] { (ColorScheme.Light, "docs/live-page.png"), (ColorScheme.Dark, "docs/live-page-dark.png") })
        {
            // Other tests have made calls in this process: the pictures are taken in one without.
            await using var visit = await browser.OpenAsync(host.Page, scheme);
            await Assertions.Expect(visit.Page.Locator("canvas")).ToHaveCountAsync(8);
            var taken = await visit.Page.ScreenshotAsync(new() { FullPage = true });
            Assert.InRange(taken.Length, 10_000, isKept ? MaxBytes : int.MaxValue);
            if (isKept)
            {
                await File.WriteAllBytesAsync(Repository.Of(picture), taken);
            }

            visit.WasClean();
        }
    }

    static async Task Try(Task call)
    {
        try
        {
            await call;
        }
        catch (ClientResultException)
        {
            // Counted as a failure: the simulated cloud was told to fail.
        }
    }
}
