using Prometheus;

namespace CrossTier.Scrapes;

public class PromtoolTests
{
    [Fact]
    public async Task Promtool_accepts_every_metric_without_a_word()
    {
        Traffic.OfEachKind(Traffic.Site("promtool", tier: AiTier.Local)).Succeeded();
        Traffic.OfEachKind(Traffic.Site("promtool-cloud")).Succeeded();
        var registry = Metrics.NewCustomRegistry().AddCrossTier();

        await Promtool.Check((await Scrape.Of(registry)).Text);
        await Promtool.Check((await Scrape.Of(registry)).Text);
    }

    [Fact]
    public async Task Promtool_accepts_a_registry_that_was_scraped_before_anything_happened() =>
        await Promtool.Check((await Scrape.Of(Metrics.NewCustomRegistry().AddCrossTier())).Text);

    [Fact]
    public async Task Promtool_would_say_so_if_something_were_wrong()
    {
        var (exitCode, output) = await Promtool.Run("# HELP bad Bad.\n# TYPE bad counter\nbad 1\n");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("_total", output);
    }
}
