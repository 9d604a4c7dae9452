using System.Text.RegularExpressions;
using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests;

/// <summary>One run of the built QuickStart and what it printed.</summary>
public sealed partial class QuickStartRun : IAsyncLifetime
{
    /// <summary>The environment of a newcomer: nothing set, on whatever machine this runs.</summary>
    internal static IReadOnlyDictionary<string, string?> Newcomer { get; } = new Dictionary<string, string?>
    {
        ["OPENAI_API_KEY"] = null,
        ["OPENAI_BASE_URL"] = null,
        ["OPENAI_MODEL"] = null,
        ["OLLAMA_HOST"] = null,
        ["OLLAMA_MODEL"] = null,
        ["CROSSTIER_DISABLED"] = null,
        ["CROSSTIER_MAX_LABEL_SETS"] = null,
        ["GITHUB_ACTIONS"] = "true", // Where libraries like to write colours.
    };

    public string Output { get; private set; } = "";

    public string Errors { get; private set; } = "";

    public int ExitCode { get; private set; }

    public TimeSpan Duration { get; private set; }

    internal PrometheusText Page { get; private set; } = null!;

    /// <summary>The table's cells, row by row.</summary>
    public IReadOnlyList<string[]> Table { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var start = TimeProvider.System.GetTimestamp();
        await using var program = ChildProcess.Start("dotnet", [BuiltFiles.QuickStart], Newcomer);
        ExitCode = await program.EndAsync();
        Duration = TimeProvider.System.GetElapsedTime(start);
        (Output, Errors) = (program.Output, program.Errors);
        Page = PrometheusText.Parse(PageIn(Output));
        Table = [.. Output.Split('\n').Where(line => TableRow().IsMatch(line)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the simulated servers say of themselves: tokens in, tokens out, requests on the wire.</summary>
    public (double Input, double Output, double Requests) CountedBy(string server)
    {
        var match = Regex.Match(Output, $@"simulated {server} itself counted (\d+) tokens in, (\d+) out, in (\d+) requests");
        return (Number(match, 1), Number(match, 2), Number(match, 3));
    }

    /// <summary>The tokens of the stream whose reader left, which nobody was told.</summary>
    public (double Input, double Output) Unread
    {
        get
        {
            var match = Regex.Match(Output, @"(\d+) tokens in, (\d+) out told to nobody");
            return (Number(match, 1), Number(match, 2));
        }
    }

    internal static string PageIn(string output) => output[output.IndexOf("# HELP", StringComparison.Ordinal)..];

    static double Number(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^(cloud|local) ")]
    private static partial Regex TableRow();
}
