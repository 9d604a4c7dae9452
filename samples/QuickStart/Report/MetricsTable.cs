using System.Globalization;
using Spectre.Console;

namespace CrossTier.Samples.QuickStart.Report;

/// <summary>The metrics as a person reads them.</summary>
static class MetricsTable
{
    static readonly string[] Names = ["tier", "provider", "model"];

    static readonly string[] Numbers = ["requests", "errors", "cancelled", "p50", "p95", "first\ntoken", "tokens\nin", "tokens\nout", "queue\npeak"];

    public static Table Of(IEnumerable<ModelRow> rows)
    {
        var table = new Table().Border(TableBorder.None);
        table.AddColumns([.. Names.Select(name => Column(name)), .. Numbers.Select(name => Column(name).RightAligned())]);
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Tier), Markup.Escape(row.Provider), Markup.Escape(row.Model),
                Number(row.Requests), Number(row.Errors), Number(row.Cancelled),
                Number(row.Median * 1000), Number(row.Slow * 1000), Number(row.FirstToken * 1000),
                Number(row.Input), Number(row.Output), Number(row.QueuePeak));
        }

        return table;
    }

    static TableColumn Column(string name) => new TableColumn($"[bold]{name}[/]").NoWrap().Padding(0, 0, 2, 0);

    static string Number(double? value) => value is { } known ? known.ToString("0", CultureInfo.InvariantCulture) : "-";
}
