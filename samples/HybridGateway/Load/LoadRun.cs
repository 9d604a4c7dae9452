using System.Collections.Concurrent;
using CrossTier.Samples.QuickStart.Report;
using Spectre.Console;

namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>The gateway under a load and the script of faults, with a report at the end.</summary>
sealed class LoadRun(Gateway gateway, TimeSpan phaseLength)
{
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    readonly IAnsiConsole _console = PlainConsole.Create();
    readonly LoadBooks _books = new();
    readonly List<PhaseFigures> _figures = [];
    ConcurrentQueue<Reply> _replies = [];

    /// <exception cref="SetupException">An upstream is real: it cannot be made to fail.</exception>
    /// <returns>The exit code: 1 if the counts differ.</returns>
    public async Task<int> RunAsync()
    {
        Demand(gateway);
        _console.WriteLine(gateway.Describe());
        using var http = LoadClient.Connect(gateway.Address);
        var generator = new LoadGenerator(new(http, gateway.Settings, _books), reply => _replies.Enqueue(reply));
        using var stop = new CancellationTokenSource();
        var load = generator.RunAsync(Traffic.OfATeam, stop.Token);
        try
        {
            await ShowAsync(new FaultScript(gateway.Simulation));
        }
        finally
        {
            await stop.CancelAsync();
            await load;
        }

        return await ReportAsync(generator.Skipped);
    }

    /// <exception cref="SetupException">An upstream is real, or a model of the load is missing.</exception>
    public static void Demand(Gateway gateway)
    {
        if (gateway.Simulation is not { Local: not null, Cloud: not null })
        {
            throw new SetupException(
                "--load and --soak make upstreams fail, so both must be simulated: leave Gateway:Local:BaseUrl and Gateway:Cloud:BaseUrl out.");
        }

        if (Traffic.OfATeam.FirstOrDefault(traffic => !gateway.Settings.Models.ContainsKey(traffic.Model)) is { } missing)
        {
            throw new SetupException($"--load asks for the model '{missing.Model}', which Gateway:Models does not name.");
        }
    }

    Task ShowAsync(FaultScript script) => _console.Profile.Capabilities.Interactive
        ? _console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new RemainingTimeColumn()).StartAsync(progress =>
        {
            var bars = script.Phases.ToDictionary(
                phase => phase.Name,
                phase => progress.AddTask(phase.Name, autoStart: false, maxValue: phaseLength.TotalSeconds));
            return script.RunAsync(phase => HoldAsync(phase, bars[phase.Name]));
        })
        : script.RunAsync(phase =>
        {
            _console.WriteLine($"{phase.Name}, for {phaseLength.TotalSeconds:0.#} s");
            return HoldAsync(phase, bar: null);
        });

    async Task HoldAsync(Phase phase, ProgressTask? bar)
    {
        var (started, peak) = (TimeProvider.System.GetTimestamp(), 0.0);
        bar?.StartTask();
        while (TimeProvider.System.GetElapsedTime(started) < phaseLength)
        {
            await Task.Delay(Tick);
            peak = Math.Max(peak, MetricsCount.QueueDepth());
            bar?.Value = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        }

        bar?.StopTask();
        _figures.Add(new(phase.Name, [.. Interlocked.Exchange(ref _replies, [])], peak));
    }

    async Task<int> ReportAsync(int skipped)
    {
        _console.WriteLine();
        _console.Write(LoadTables.OfPhases(_figures));
        _console.WriteLine();
        var (own, measured) = (_books.Tallies, await MetricsCount.SettledAsync());
        _console.Write(LoadTables.OfModels(own));
        if (skipped > 0)
        {
            _console.WriteLine($"{skipped} requests were due and not sent: too many were open.");
        }

        var differ = own.Keys.Union(measured.Keys).Where(key => own.GetValueOrDefault(key) != measured.GetValueOrDefault(key)).ToList();
        var isOff = measured.Count == 0;
        _console.WriteLine(
            isOff ? "CrossTier is switched off: these are the load generator's own counts."
            : differ.Count == 0 ? "The load generator counted this from its replies; CrossTier counted the same."
            : $"CrossTier counted otherwise: {string.Join("; ", differ.Select(key => $"{key.Provider} {key.Model} {measured.GetValueOrDefault(key)}"))}.");
        return differ.Count == 0 || isOff ? 0 : 1;
    }
}
