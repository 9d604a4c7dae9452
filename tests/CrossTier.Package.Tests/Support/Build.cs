using System.Text.RegularExpressions;

namespace CrossTier.Package.Tests.Support;

/// <summary>How a build ended and what it said.</summary>
sealed partial record Build(int ExitCode, string Output)
{
    /// <summary>Errors and warnings, each once: <c>error AIC001 Code.cs(3)</c>.</summary>
    public IReadOnlyList<string> Diagnostics =>
    [
        .. Diagnostic().Matches(Output)
            .Select(match =>
                $"{match.Groups["kind"].Value} {match.Groups["id"].Value} "
                + $"{Path.GetFileName(match.Groups["file"].Value)}{(match.Groups["line"].Success ? $"({match.Groups["line"].Value})" : "")}")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public Build Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public Build Failed()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }

    public void Says(params string[] diagnostics) =>
        Assert.True(diagnostics.SequenceEqual(Diagnostics), $"Expected {string.Join("; ", diagnostics)} in\n{Output}");

    [GeneratedRegex(@"^\s*(?<file>[^\s(][^(\n]*?)(\((?<line>\d+),\d+\))?\s*: (?<kind>error|warning) (?<id>[A-Z]+\d+): ", RegexOptions.Multiline)]
    private static partial Regex Diagnostic();
}
