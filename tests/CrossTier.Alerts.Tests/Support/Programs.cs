using System.Diagnostics;

namespace CrossTier.Alerts.Tests.Support;

/// <summary>
/// Programs of the system that these tests drive. Without them a test is skipped, or fails where CROSSTIER_REQUIRE=1 says that they must be
/// there.
/// </summary>
static class Programs
{
    const string Packages = "apt-get install -y --no-install-recommends prometheus prometheus-alertmanager";

    public static string Find(string name)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        if (path is null)
        {
            var reason = $"'{name}' is not installed ({Packages}).";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CROSSTIER_REQUIRE") == "1", reason);
            Assert.Fail(reason);
        }

        return path!;
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(name), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
