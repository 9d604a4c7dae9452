using System.Text;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Testing;

namespace CrossTier.Frameworks.Tests.Combinations;

/// <summary>What the combinations measured, as the table in <c>docs/frameworks.md</c>: a row for each stack, a column for each case.</summary>
sealed class CombinationTable
{
    readonly Dictionary<Combination, (Tally Counted, Wire Wire)> _runs = [];

    public void Add(Combination combination, Tally counted, Wire wire) => _runs.Add(combination, (counted, wire));

    /// <summary>Fails if the document has another table.</summary>
    public void CompareWithDocument() => DocumentTable.Compare("frameworks.md", "combinations", Text());

    string Text()
    {
        (bool Tools, Ending Ending, string Title)[] columns =
        [
            (false, Ending.Success, "plain"), (false, Ending.RateLimited, "429"), (false, Ending.Cancelled, "cancelled"),
            (false, Ending.Abandoned, "abandoned"),
            (true, Ending.Success, "two tool rounds"),
            (true, Ending.RateLimited, "then 429"), (true, Ending.Cancelled, "then cancelled"),
            (true, Ending.Abandoned, "then abandoned"),
        ];
        var text = new StringBuilder();
        text.Append("| partial method | filter | annotated call | middleware above the loop | middleware below it | ")
            .AppendJoin(" | ", columns.Select(column => column.Title))
            .Append(" | `call` |\n");
        text.Append("|:-:|:-:|:-:|:-:|:-:|").Append(string.Concat(columns.Select(_ => "--:|"))).Append("---|\n");
        foreach (var layers in _runs.Keys.Select(combination => combination.Layers).Distinct())
        {
            var cells = columns.Select(column => Cell(layers, column.Tools, column.Ending));
            text.Append("| ").Append(Name(layers)).Append(" | ").AppendJoin(" | ", cells).Append(" | ").Append(CallOf(layers)).Append(" |\n");
        }

        return text.ToString();
    }

    // Awaited and streamed in one cell, as long as they agree.
    string Cell(Layers layers, bool tools, Ending ending)
    {
        var texts = new[] { false, true }.Select(streamed => new Combination(layers, streamed, tools, ending))
            .Where(_runs.ContainsKey)
            .Select(Cell)
            .Distinct()
            .ToList();
        return string.Join(", streamed ", texts);
    }

    string Cell(Combination combination)
    {
        var (counted, wire) = _runs[combination];
        return $"{counted.Requests}/{wire.Requests}" + ((counted.Input, counted.Output) == (wire.Input, wire.Output) ? "" : "\\*");
    }

    static string Name(Layers layers) => string.Join(" | ", Enum.GetValues<Layers>().Select(layer => layers.HasFlag(layer) ? "x" : ""));

    static string CallOf(Layers layers) =>
        layers.HasFlag(Layers.Partial) ? "the partial method"
            : layers.HasFlag(Layers.Filter) ? "the kernel function"
            : layers.HasFlag(Layers.Annotated) ? "the annotated method"
            : "`unknown`";
}
