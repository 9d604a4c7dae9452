using System.Diagnostics;
using System.Globalization;

namespace CrossTier.Tool.Tests.Support;

/// <summary>Programs of the system, and the tool as a process of its own.</summary>
static class Shell
{
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    public static Process StartTool(params string[] arguments) => Process.Start(StartInfo(arguments))!;

    /// <summary>The tool in a heap that cannot grow beyond a size.</summary>
    public static Process StartTool(int heapBytes, params string[] arguments)
    {
        var start = StartInfo(arguments);
        start.Environment["DOTNET_GCHeapHardLimit"] = heapBytes.ToString("X", CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    static ProcessStartInfo StartInfo(string[] arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "CrossTier.Tool.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
}
