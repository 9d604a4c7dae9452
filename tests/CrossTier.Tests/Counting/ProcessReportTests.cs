using CrossTier.Counting;

namespace CrossTier.Tests.Counting;

/// <summary>The process reports once what it does with its measurements.</summary>
public sealed class ProcessReportTests
{
    readonly List<string> _lines = [];

    [Fact]
    public void The_first_reading_tells_what_is_measured_and_who_exports_it()
    {
        using var report = Create(sites: 3);
        report.AddExporter("prometheus-net");
        report.AddExporter("OpenTelemetry");
        report.AddExporter("OpenTelemetry");
        Assert.Empty(_lines);
        report.IsRead();
        report.IsRead();
        report.PatienceEnds();
        Assert.Equal("i report 3 call sites are measured, exported by OpenTelemetry, prometheus-net.", _lines[0]);
        Assert.StartsWith("w meter-adapter prometheus-net copies the meters", _lines[1]);
        Assert.Equal(2, _lines.Count);
    }

    [Fact]
    public void What_reads_the_snapshot_itself_is_the_application()
    {
        using var report = Create(sites: 1);
        report.IsRead();
        Assert.Equal(["i report 1 call site is measured, exported by the application itself."], _lines);
    }

    [Fact]
    public void A_minute_without_an_exporter_is_told()
    {
        using var report = Create(sites: 1);
        report.Measures();
        report.PatienceEnds();
        Assert.Equal(["w unread calls are measured and nobody reads them: no exporter was added (AddCrossTier)."], _lines);
    }

    [Fact]
    public void A_minute_without_a_scrape_is_told()
    {
        using var report = Create(sites: 1);
        report.AddExporter("prometheus-net");
        report.PatienceEnds();
        Assert.Equal(["w unread calls are measured and nobody reads them: prometheus-net was added and is not asked."], _lines);
    }

    [Fact]
    public void A_process_that_is_switched_off_tells_so()
    {
        using var report = Create(sites: 0, isDisabled: true);
        report.AddExporter("prometheus-net");
        Assert.Equal(["i report CROSSTIER_DISABLED is set: no call is measured."], _lines);
    }

    [Fact]
    public void A_host_without_an_exporter_is_told_too()
    {
        using var disabled = Create(sites: 0, isDisabled: true);
        disabled.HasHost();
        Assert.Equal(["i report CROSSTIER_DISABLED is set: no call is measured."], _lines);
        using var enabled = Create(sites: 1);
        enabled.HasHost();
        Assert.Single(_lines);
    }

    ProcessReport Create(int sites, bool isDisabled = false) =>
        new(isDisabled, () => sites, (id, text) => _lines.Add($"i {id} {text}"), (id, text) => _lines.Add($"w {id} {text}"));
}
