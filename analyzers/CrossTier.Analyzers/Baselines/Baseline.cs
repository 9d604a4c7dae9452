using System.Collections.Immutable;
using CrossTier.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers.Baselines;

/// <summary>
/// The calls that were there before the rules: <c>member-id api count</c> a line, <c>#</c> starts a comment. All calls of one member stand in
/// one file, so the first of a group, in the order of the file, are the covered ones, whatever the order of analysis.
/// </summary>
internal sealed class Baseline
{
    const string FileName = "AiCalls.Baseline.txt";

    static readonly char[] Blanks = [' ', '\t'];

    readonly Dictionary<(string Member, string Api), BaselineEntry> _entries = new();
    readonly ImmutableArray<(Location Place, string Problem)>.Builder _problems = ImmutableArray.CreateBuilder<(Location, string)>();

    public IEnumerable<BaselineEntry> Entries => _entries.Values;

    /// <summary>Lines that say nothing.</summary>
    public IEnumerable<(Location Place, string Problem)> Problems => _problems;

    public static Baseline Read(AnalyzerOptions options, CancellationToken cancellation)
    {
        var baseline = new Baseline();
        foreach (var file in options.AdditionalFiles)
        {
            if (Path.GetFileName(file.Path).Equals(FileName, StringComparison.OrdinalIgnoreCase) && file.GetText(cancellation) is { } text)
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

        return calls.GroupBy(call => (call.MemberId, call.Api)).SelectMany(group => group.Skip(_entries.TryGetValue(group.Key, out var entry) ? entry.Count : 0));
    }

    void Add(TextLine line, SourceText text, string path)
    {
        // Ids hold # themselves (M:C.#ctor): only a word that starts with it starts a comment.
        var words = line.ToString().Split(Blanks, StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => word[0] != '#').ToList();
        if (words.Count == 0)
        {
            return;
        }

        var place = Location.Create(path, line.Span, text.Lines.GetLinePositionSpan(line.Span));
        if (words.Count != 3 || !int.TryParse(words[2], out var count) || count < 1)
        {
            _problems.Add((place, "a line holds a member's documentation id, an API and a count of at least 1, with blanks between them"));
        }
        else if (_entries.ContainsKey((words[0], words[1])))
        {
            _problems.Add((place, "the member and the API stand in an earlier line; raise that count instead"));
        }
        else
        {
            _entries.Add((words[0], words[1]), new BaselineEntry(words[0], words[1], count, place));
        }
    }
}
