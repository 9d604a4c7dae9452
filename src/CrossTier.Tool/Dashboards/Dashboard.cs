using CrossTier.Tool.Dashboards.Rows;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Dashboards;

/// <summary>All rows, in the order in which an operator asks.</summary>
sealed record Dashboard(IReadOnlyList<Row> Rows)
{
    public const int StandardMaxLabelSets = 200;

    public IEnumerable<(string Panel, string Expr)> Queries =>
        from row in Rows from panel in row.Panels from query in panel.Queries select (panel.Title, query.Expr);

    public static Dashboard Create(RuleOptions options, int maxLabelSets = StandardMaxLabelSets)
    {
        Row[] rows =
        [
            TierRow.Of(options), LatencyRow.Of(options), ErrorRow.Of(options), CostRow.Of(), QueueRow.Of(options), CallRow.Of(options),
            MeasurementRow.Of(options, maxLabelSets),
        ];
        var files = RuleBook.FilesOf(options);
        return new([.. rows.Select(row => row with { Panels = [.. row.Panels.Select(panel => ReadFrom(panel, files))] })]);
    }

    static Panel ReadFrom(Panel panel, IReadOnlyDictionary<string, string> files) => panel with
    {
        Queries = [.. panel.Queries.Select(query => query with { Expr = RuleName.ReadFrom(query.Expr, files) })],
    };
}
