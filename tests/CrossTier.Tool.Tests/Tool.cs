using CrossTier.Alerts.Tests.Support;

namespace CrossTier.Tool.Tests;

/// <summary>Runs the tool as a user does.</summary>
static class Tool
{
    /// <summary>A built assembly with five measured calls, one excused, one refused and three without a scope.</summary>
    public static string Host => Path.Combine(AppContext.BaseDirectory, "CrossTier.CallExamples.dll");

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs the tool, which must do as it is told.</summary>
    public static async Task<string> DoAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);
        Assert.True(exitCode == 0, $"{exitCode}: {output}{error}");
        return output;
    }

    /// <summary>Writes a file and runs the tool over it.</summary>
    public static async Task<(int ExitCode, string Output, string Error, string Written)> ImportAsync(string json, params string[] options)
    {
        using var scratch = new Scratch();
        var (exitCode, output, error) = await RunAsync(["prices", "import", scratch.Write("in.json", json), "-o", scratch["book.json"], .. options]);
        return (exitCode, output, error, File.Exists(scratch["book.json"]) ? await File.ReadAllTextAsync(scratch["book.json"]) : "");
    }
}
