using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests;

/// <summary>QuickStart after its calls, with its page up.</summary>
public sealed class ServedQuickStart : IAsyncLifetime
{
    ChildProcess _program = null!;

    public int Port { get; private set; }

    /// <summary>The page as HTTP gives it.</summary>
    public string Page { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Port = LoopbackPort.Free();
        _program = ChildProcess.Start("dotnet", [BuiltFiles.QuickStart, "--serve", "--port", $"{Port}"], QuickStartRun.Newcomer);
        await _program.LineAsync(line => line.StartsWith($"The metrics stay at http://127.0.0.1:{Port}/metrics", StringComparison.Ordinal));
        using var http = new HttpClient();
        Page = await http.GetStringAsync($"http://127.0.0.1:{Port}/metrics");
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();
}
