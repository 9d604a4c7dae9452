using System.Diagnostics;
using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Tests.Support;

namespace CrossTier.Tests;

/// <summary>The switch is read once in a process, so the test runs itself again in one where it is set.</summary>
public class DisabledTests
{
    const string Switch = "CROSSTIER_DISABLED";

    [Fact]
    public async Task A_disabled_process_passes_everything_through_and_publishes_only_that_it_is()
    {
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            await PassesThrough();
            return;
        }

        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, Environment = { [Switch] = "1" } };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(DisabledTests).Assembly.Location);
        }

        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(DisabledTests)}.{nameof(A_disabled_process_passes_everything_through_and_publishes_only_that_it_is)}");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output);
    }

    static async Task PassesThrough()
    {
        var site = new CallSite("Chat.Ask", "openai", "gpt-4o");
        var task = Task.FromResult(Reply.Text);
        var pending = new TaskCompletionSource<Reply>();
        var stream = new ReusedStream(3);
        Startup.Declare("App", [new DeclaredCall("Chat.Ask", "openai", "gpt-4o", null, AiTier.Auto)], 1, 0, 0);
        AiQueues.Add("llama3.2", null, () => 1);

        Assert.Same(task, site.Start(null, default).Measure<Reply, ReplyReader>(task));
        Assert.Same(pending.Task, site.Start(null, default).Measure<Reply, ReplyReader>(pending.Task));
        Assert.Same(pending.Task, site.Start(null, default).Measure((Task)pending.Task));
        Assert.Same(
            Reply.Text,
            await site.Start<Client, ThrowingClientReader>(new Client(), null, default).Measure<Reply, ThrowingReader>(new ValueTask<Reply>(Reply.Text)));
        Assert.False(site.Start(null, default).RecordFailure(new TimeoutException()));
        Assert.Same(stream, site.Stream(null, default).Measure<Reply, ReplyReader>(stream));
        var enabled = Assert.Single(AiMetrics.Snapshot());
        Assert.Equal("ai_gateway_enabled", enabled.Definition.Name);
        Assert.Equal(0, Assert.Single(enabled.Points).Value);
        Assert.Empty(Registry.Shared.AllSeries);

        using var http = new DiagnosticListener("HttpHandlerDiagnosticListener");
        Exporters.Add("a test");
        AiMetrics.Configure(options => options.SafetyNet = AiSafetyNet.Exact);
        Assert.False(http.IsEnabled());
    }
}
