using CrossTier.Samples.HybridGateway.Configuration;
using CrossTier.Samples.HybridGateway.Load;

namespace CrossTier.Samples.HybridGateway.Soak;

/// <summary>
/// The gateway at the highest rate that this machine gives: clients, gateway and upstreams share the process, and each client sends its next
/// request when it has its reply. One local request in twenty fails and goes to the cloud; one client in fifty hangs up.
/// </summary>
sealed class SoakRun(LoadClient client, LoadBooks books)
{
    const int ClientsPerProcessor = 4;

    // After this share of the time everything is warm: code is compiled, pools are filled.
    const double WarmUp = 0.2;

    static readonly (TrafficKind Kind, string Model)[] Round =
    [
        .. Enumerable.Repeat((TrafficKind.Whole, "assistant"), 25),
        .. Enumerable.Repeat((TrafficKind.Stream, "assistant"), 12),
        .. Enumerable.Repeat((TrafficKind.Embedding, "embedder"), 12),
        (TrafficKind.HangUp, SoakSettings.Impatient),
    ];

    volatile LatencyHistogram _latency = new();
    int _next;

    /// <exception cref="SetupException">An upstream is real.</exception>
    /// <returns>The exit code: 1 if a count was lost, memory grew or handles leaked.</returns>
    public static async Task<int> RunAsync(GatewaySettings settings, TimeSpan length)
    {
        await using var gateway = await Gateway.StartAsync(SoakSettings.FlatOut(settings));
        LoadRun.Demand(gateway);
        var books = new LoadBooks();
        using var http = LoadClient.Connect(gateway.Address);
        var report = await new SoakRun(new(http, gateway.Settings, books), books).RunAsync(length);
        report.Write();
        return report.IsSound ? 0 : 1;
    }

    async Task<SoakReport> RunAsync(TimeSpan length)
    {
        using var stop = new CancellationTokenSource();
        Task[] clients = [.. Enumerable.Range(0, ClientsPerProcessor * Environment.ProcessorCount).Select(_ => SendAsync(stop.Token))];
        await Task.Delay(length * WarmUp);
        var warm = Footprint.Take();
        var latency = _latency = new();
        var started = TimeProvider.System.GetTimestamp();
        await Task.Delay(length * (1 - WarmUp));
        var (end, elapsed) = (Footprint.Take(), TimeProvider.System.GetElapsedTime(started));
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        return new(latency, elapsed, warm, end, books.Tallies, await MetricsCount.SettledAsync());
    }

    async Task SendAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (kind, model) = Round[(uint)Interlocked.Increment(ref _next) % Round.Length];
            _latency.Add((await client.SendAsync(kind, model)).Seconds);
        }
    }
}
