using System.ComponentModel;
using System.Diagnostics;

namespace CrossTier.Scrapes;

/// <summary>Prometheus' own linter.</summary>
static class Promtool
{
    /// <summary>Fails unless promtool accepts the text without a word; skips where there is no promtool, unless <c>CROSSTIER_REQUIRE=1</c>.</summary>
    public static async Task Check(string text)
    {
        var (exitCode, output) = await Run(text);
        Assert.True(exitCode == 0 && output.Length == 0, output);
    }

    public static async Task<(int ExitCode, string Output)> Run(string text)
    {
        using var process = Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("promtool", ["check", "metrics"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            })!;
        }
        catch (Win32Exception e)
        {
            const string Reason = "promtool is not installed (Debian: apt-get install prometheus).";
            if (Environment.GetEnvironmentVariable("CROSSTIER_REQUIRE") == "1")
            {
                throw new InvalidOperationException(Reason, e);
            }

            Assert.Skip(Reason);
            throw;
        }
    }
}
