using System.Collections.Immutable;
using CrossTier.Analyzers.Calls;
using CrossTier.Inventory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers.Baselines;

/// <summary>
/// The calls that were there before the rules. All calls of one member stand in one file, so the first of a group, in the order of the file, are
/// the covered ones, whatever the order of analysis.
/// </summary>
sealed class Baseline
{
    readonly Dictionary<(string Member, string Api), BaselineEntry> _entries = new();
    readonly ImmutableArray<(Location Location, string Problem)>.Builder _problems = ImmutableArray.CreateBuilder<(Location, string)>();

    Baseline()
    {
    }

    public IEnumerable<BaselineEntry> Entries => _entries.Values;

    /// <summary>Lines that name no call.</summary>
    public IEnumerable<(Location Location, string Problem)> Problems => _problems;

    public static Baseline Read(AnalyzerOptions options, CancellationToken cancellation)
    {
        var baseline = new Baseline();
        foreach (var file in options.AdditionalFiles)
        {
            if (Path.GetFileName(file.Path).Equals(BaselineLine.FileName, StringComparison.OrdinalIgnoreCase) && file.GetText(cancellation) is { } text)
            {
                foreach (var line in text.Lines)
                {
                    baseline.Add(line, text, file.Path);
                }
            }
        }

        return baseline;
    }

    /// <summary>The calls that no line covers.</summary>
    public IEnumerable<UnmeasuredCall> Uncovered(IEnumerable<UnmeasuredCall> calls)
    {
        if (_entries.Count == 0)
        {
            return calls;
        }

        return calls.GroupBy(call => (call.MemberId, call.ApiId))
            .SelectMany(group => group.Skip(_entries.TryGetValue(group.Key, out var entry) ? entry.Line.Count : 0));
    }

    void Add(TextLine line, SourceText text, string path)
    {
        if (BaselineLine.IsBlank(line.ToString()))
        {
            return;
        }

        var location = Location.Create(path, line.Span, text.Lines.GetLinePositionSpan(line.Span));
        if (BaselineLine.Parse(line.ToString()) is not { } parsed)
        {
            _problems.Add((location, BaselineLine.Form + ", with blanks between them"));
        }
        else if (_entries.ContainsKey((parsed.Member, parsed.Api)))
        {
            _problems.Add((location, "the member and the API stand in an earlier line; raise that count instead"));
        }
        else
        {
            _entries.Add((parsed.Member, parsed.Api), new BaselineEntry(parsed, location));
        }
    }
}
