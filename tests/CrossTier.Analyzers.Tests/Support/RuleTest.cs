using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers.Tests.Support;

/// <summary>Tests of one rule: what is marked is reported there, and nothing else is.</summary>
public abstract class RuleTest<TRule>
    where TRule : DiagnosticAnalyzer, new()
{
    private protected static async Task<IReadOnlyList<string>> Check(string marked, Project? project = null)
    {
        var rule = new TRule();
        var markup = Markup.Parse(marked, rule.SupportedDiagnostics[0].Id);
        var found = await (project ?? new Project()).Run(markup.Source, rule);
        Assert.Equal(
            Lines(markup.Source, markup.Expected),
            Lines(
                markup.Source,
                found.Where(diagnostic => diagnostic.Location.IsInSource).Select(diagnostic => (diagnostic.Id, diagnostic.Location.SourceSpan))));
        return [.. found.Select(diagnostic => diagnostic.GetMessage())];
    }

    // Readable when it fails: id, position and the text there.
    static IEnumerable<string> Lines(string source, IEnumerable<(string Id, Microsoft.CodeAnalysis.Text.TextSpan Span)> places) =>
        places.OrderBy(place => place.Span.Start)
            .ThenBy(place => place.Id)
            .Select(place => $"{place.Id} at {place.Span.Start}: {source.Substring(place.Span.Start, place.Span.Length)}");
}
