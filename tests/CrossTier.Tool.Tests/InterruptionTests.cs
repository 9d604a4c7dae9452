using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CrossTier.Alerts.Tests.Support;
using CrossTier.Tool.Tests.Support;

namespace CrossTier.Tool.Tests;

/// <summary>A signal ends the process at once, whatever it waits for.</summary>
public class InterruptionTests
{
    static readonly TimeSpan s_atOnce = TimeSpan.FromSeconds(1.5);

    public InterruptionTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals and pipes are those of Unix.");

    [Theory]
    [InlineData("INT", 130, "rules", "-o", "{pipe}")]
    [InlineData("TERM", 143, "rules", "-o", "{pipe}")]
    [InlineData("INT", 130, "calls", "{pipe}")]
    [InlineData("TERM", 143, "calls", "{pipe}")]
    [InlineData("TERM", 143, "prices", "import", "{pipe}")]
    [InlineData("INT", 130, "coverage", "{host}", "--baseline", "{pipe}")]
    [InlineData("INT", 130, "calls", "{silent}")]
    [InlineData("TERM", 143, "verify", "--prometheus", "{silent}")]
    public async Task A_waiting_command_ends_at_once(string signal, int exitCode, params string[] arguments)
    {
        using var scratch = new Scratch();
        await Shell.RunAsync("mkfifo", scratch["pipe"]);
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var process = Shell.StartTool([.. arguments.Select(argument => argument
            .Replace("{pipe}", scratch["pipe"])
            .Replace("{host}", Tool.Host)
            .Replace("{silent}", $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/"))]);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.False(process.HasExited);

        var time = Stopwatch.StartNew();
        await Shell.RunAsync("kill", $"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(exitCode, process.ExitCode);
        Assert.InRange(time.Elapsed, TimeSpan.Zero, s_atOnce);
        Assert.Empty(await error);
    }
}
