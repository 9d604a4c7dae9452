using System.Diagnostics;

namespace CrossTier.EndToEnd.Tests.Support;

/// <summary>Prometheus' own linter of metrics pages.</summary>
static class Promtool
{
    /// <summary>The exit code and all that it says.</summary>
    public static (int ExitCode, string Words) Check(string promtool, string page)
    {
        using var process = Process.Start(new ProcessStartInfo(promtool, ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Write(page);
        process.StandardInput.Close();
        var words = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, words.Result + errors);
    }
}
