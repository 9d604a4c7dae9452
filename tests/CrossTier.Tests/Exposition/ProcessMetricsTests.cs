using System.Reflection;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Exposition;

/// <summary>What is said of the process itself.</summary>
public sealed class ProcessMetricsTests
{
    readonly Measured _measured = new();

    [Fact]
    public void A_process_that_measures_is_enabled() => Assert.Equal(1, _measured.Value(MetricDefinitions.Enabled));

    [Fact]
    public void The_application_is_its_entry_assembly_with_its_version()
    {
        var app = Assembly.GetEntryAssembly()!;
        Assert.Equal([app.GetName().Name!, ProcessMetrics.VersionOf(app)], Assert.Single(_measured.Points(MetricDefinitions.AppInfo)).Labels);
    }

    [Fact]
    public void The_start_is_that_of_measuring_and_stays()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000d;
        var started = _measured.Value(MetricDefinitions.StartTime);
        Assert.InRange(started, now - 3600, now);
        Assert.Equal(started, _measured.Value(MetricDefinitions.StartTime));
    }

    [Fact]
    public void A_version_has_no_build_metadata()
    {
        var version = ProcessMetrics.VersionOf(typeof(AiMetrics).Assembly);
        Assert.Matches(@"^\d+\.\d+\.\d+", version);
        Assert.DoesNotContain("+", version);
        Assert.Equal([version], Assert.Single(_measured.Points(MetricDefinitions.BuildInfo)).Labels);
    }
}
