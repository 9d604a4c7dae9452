using System.Text.RegularExpressions;
using CrossTier.Tool.Escaping;

namespace CrossTier.Tool.Rules;

/// <summary>
/// The <c>rules</c> label of a file of rules. Two files that record for the same jobs, or one name for different ones, would write the same series
/// otherwise, and every sum over them would count twice.
/// </summary>
static partial class RuleName
{
    public const string Label = "rules";

    /// <summary>The file of servers and GPUs, which is loaded once.</summary>
    public const string Servers = "servers";

    const string AllJobs = "all";

    public static string Of(RuleOptions options) => options.Name ?? (options.Jobs.Count == 0 ? AllJobs : string.Join(",", options.Jobs));

    /// <summary>The query, with each recorded series read from the file that records it.</summary>
    /// <param name="expr">The query.</param>
    /// <param name="files">Names of recorded series, with the names of their files.</param>
    public static string ReadFrom(string expr, IReadOnlyDictionary<string, string> files) => SeriesOrText().Replace(expr, match =>
        files.TryGetValue(match.Groups["name"].Value, out var file)
            ? $"{match.Groups["name"].Value}{{{Label}={PromqlText.Quote(file)}{(match.Groups["more"].Success ? "," : "}")}"
            : match.Value);

    [GeneratedRegex("""
        "(?:\\.|[^"\\])*"|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<more>\{)?
        """)]
    private static partial Regex SeriesOrText();
}
