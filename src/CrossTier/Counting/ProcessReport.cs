namespace CrossTier.Counting;

/// <summary>
/// Reports once what the process does with its measurements: they are switched off, somebody reads them, or nobody has done so a minute after the first.
/// </summary>
/// <param name="isDisabled">Whether nothing is measured.</param>
/// <param name="measuredSites">How many call sites of the code are measured.</param>
/// <param name="inform">Writes a line that wants nothing of anybody, under an id.</param>
/// <param name="warn">Writes another line.</param>
sealed class ProcessReport(bool isDisabled, Func<int> measuredSites, Action<string, string> inform, Action<string, string> warn) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly SortedSet<string> _exporters = new(StringComparer.Ordinal);
    Timer? _timer;
    int _isMeasuring;
    int _isRead;

    public static ProcessReport Shared { get; } = new(
        Registry.IsDisabled,
        () => Registry.Shared.CallSites.Sum(counts => counts.Measured),
        Warnings.Inform,
        Warnings.Once);

    public void AddExporter(string name)
    {
        lock (_exporters)
        {
            _exporters.Add(name);
        }

        ReportDisabled();
    }

    /// <summary>A host was told of us, with an exporter or without.</summary>
    public void HasHost() => ReportDisabled();

    /// <summary>There is something to read from now on.</summary>
    public void Measures()
    {
        if (Interlocked.Exchange(ref _isMeasuring, 1) == 0)
        {
            _timer = new Timer(report => ((ProcessReport)report!).PatienceEnds(), this, Patience, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Somebody reads.</summary>
    public void IsRead()
    {
        if (Volatile.Read(ref _isRead) == 0 && Interlocked.Exchange(ref _isRead, 1) == 0)
        {
            Dispose();
            inform("report", $"{Sites()} measured, exported by {(Names() is { Length: > 0 } names ? names : "the application itself")}.");
            if (HasBoth())
            {
                warn(
                    "meter-adapter",
                    "prometheus-net copies the meters of the process unless told otherwise: beside OpenTelemetry it shows each metric again as "
                    + "crosstier_ai_gateway_*. See docs/opentelemetry.md#prometheus-net-beside-it.");
            }
        }
    }

    /// <summary>The minute is over.</summary>
    public void PatienceEnds()
    {
        if (Volatile.Read(ref _isRead) == 0)
        {
            var why = Names() is { Length: > 0 } names ? $"{names} was added and is not asked" : "no exporter was added (AddCrossTier)";
            warn("unread", $"calls are measured and nobody reads them: {why}.");
        }
    }

    public void Dispose() => Interlocked.Exchange(ref _timer, null)?.Dispose();

    void ReportDisabled()
    {
        if (isDisabled)
        {
            inform("report", "CROSSTIER_DISABLED is set: no call is measured.");
        }
    }

    string Sites() => measuredSites() is 1 ? "1 call site is" : $"{measuredSites()} call sites are";

    bool HasBoth()
    {
        lock (_exporters)
        {
            return _exporters.Contains("prometheus-net") && _exporters.Contains("OpenTelemetry");
        }
    }

    string Names()
    {
        lock (_exporters)
        {
            return string.Join(", ", _exporters);
        }
    }
}
