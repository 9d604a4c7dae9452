using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Exposition;

public class PublishingErrorTests
{
    [Fact]
    public void A_snapshot_that_fails_is_counted_named_and_not_thrown()
    {
        var before = PublishingErrors.Count;

        var metric = Assert.Single(SnapshotReader.ReadGuarded(new Measured().Registry, null!));

        Assert.Equal(MetricDefinitions.ScrapeErrors, metric.Definition);
        Assert.True(metric.Points.Single().Value > before);
        Assert.Single(WarningLog.Of("what was measured is not published"));
    }
}
