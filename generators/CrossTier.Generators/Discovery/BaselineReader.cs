using CrossTier.Generators.Model;
using CrossTier.Inventory;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Generators.Discovery;

/// <summary>Reads the baseline of a project, for what is published at start-up. Lines of another form are a rule's matter.</summary>
static class BaselineReader
{
    public static bool IsBaseline(AdditionalText file) => Path.GetFileName(file.Path).Equals(BaselineLine.FileName, StringComparison.OrdinalIgnoreCase);

    public static EquatableArray<BaselineLine> Read(AdditionalText file, CancellationToken cancellation) =>
        (file.GetText(cancellation)?.Lines ?? Enumerable.Empty<TextLine>())
            .Where(line => !BaselineLine.IsBlank(line.ToString()))
            .Select(line => BaselineLine.Parse(line.ToString()))
            .OfType<BaselineLine>()
            .ToEquatableArray();

    /// <summary>The calls that the lines cover: the first of each member and API, as many as the line has.</summary>
    public static List<CallModel> Covered(IEnumerable<CallModel> calls, IReadOnlyCollection<BaselineLine> lines) =>
    [
        .. calls.Where(call => call.State is CallStates.Unscoped or CallStates.Refused)
            .GroupBy(call => (Member: BaselineLine.Word(call.Member), Api: BaselineLine.Word(call.ApiId)))
            .SelectMany(group => group.Take(lines.FirstOrDefault(line => (line.Member, line.Api) == group.Key)?.Count ?? 0)),
    ];
}
