using System.Diagnostics;
using System.Text;
using CrossTier.Samples.QuickStart.Report;
using CrossTier.Samples.QuickStart.Servers;
using Prometheus;
using Spectre.Console;

namespace CrossTier.Samples.QuickStart.Steps;

/// <summary>All steps one after the other, then what they left in the metrics.</summary>
sealed class Tour(ServerSet servers, MetricsPage? page)
{
    const int Interrupted = 130; // What a shell says of Ctrl+C.

    readonly IAnsiConsole _console = PlainConsole.Create();

    /// <returns>The exit code: 1 if a step failed that should not.</returns>
    public async Task<int> RunAsync()
    {
        _console.WriteLine(servers.Describe());
        int failures;
        try
        {
            failures = await RunStepsAsync(page?.Stopping ?? CancellationToken.None);
        }
        catch (OperationCanceledException) when (page is { Stopping.IsCancellationRequested: true })
        {
            return Interrupted;
        }

        if (page is not null)
        {
            _console.WriteLine($"\nThe metrics stay at {page.Address} until Ctrl+C.");
            await page.WaitForCtrlCAsync();
        }

        return failures == 0 ? 0 : 1;
    }

    async Task<int> RunStepsAsync(CancellationToken cancellationToken)
    {
        await using var peak = new QueuePeak();
        using var local = new LocalSteps(servers.Local, peak);
        using var inHouse = new InHouseSteps(servers.InHouse, peak);
        var failures = 0;
        foreach (var step in new CloudSteps(servers.Cloud).All.Concat(local.All).Concat(inHouse.All))
        {
            failures += await RunAsync(step, cancellationToken) ? 0 : 1;
        }

        await ReportAsync(peak);
        return failures;
    }

    async Task<bool> RunAsync(Step step, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var result = _console.Profile.Capabilities.Interactive
                ? await _console.Status().StartAsync(step.Title, _ => step.Run(cancellationToken))
                : await step.Run(cancellationToken);
            _console.WriteLine($"{watch.Elapsed.TotalSeconds,6:0.00} s  {step.Title}: {result}");
            return true;
        }
        catch (Exception unexpected) when (!cancellationToken.IsCancellationRequested)
        {
            // The sample goes on: a failed call is what there is to see in the metrics.
            _console.WriteLine(
                $"{watch.Elapsed.TotalSeconds,6:0.00} s  {step.Title}: failed, {unexpected.GetType().Name}: {unexpected.Message.ReplaceLineEndings(" ")}");
            return false;
        }
    }

    async Task ReportAsync(QueuePeak peak)
    {
        _console.WriteLine();
        _console.Write(MetricsTable.Of(ModelRow.ReadAll(peak)));
        _console.WriteLine("Times in ms; p50 and p95 as Prometheus tells them, from buckets; first token: the mean over streams.");
        await ServerBooks.WriteAsync(_console, servers);
        _console.WriteLine();
        using var text = new MemoryStream();
        await Metrics.DefaultRegistry.CollectAndExportAsTextAsync(text);
        _console.Profile.Out.Writer.Write(Encoding.UTF8.GetString(text.ToArray()));
    }
}
