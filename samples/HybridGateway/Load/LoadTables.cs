using System.Globalization;
using Spectre.Console;

namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>The run as a person reads it.</summary>
static class LoadTables
{
    public static Table OfPhases(IEnumerable<PhaseFigures> phases)
    {
        var table = Columns(["phase"], ["requests", "by local", "by cloud", "failed", "hung up", "p50 ms", "p95 ms", "queue peak"]);
        foreach (var phase in phases)
        {
            table.AddRow(
                Markup.Escape(phase.Name), Number(phase.Replies.Count), Number(phase.Of("local")), Number(phase.Of("cloud")),
                Number(phase.With(ReplyOutcome.Failed)), Number(phase.With(ReplyOutcome.HungUp)),
                Number(phase.Quantile(0.5)), Number(phase.Quantile(0.95)), Number(phase.QueuePeak));
        }

        return table;
    }

    public static Table OfModels(IReadOnlyDictionary<(string Provider, string Model), Tally> tallies)
    {
        var table = Columns(["provider", "model"], ["success", "failure", "cancelled", "tokens in", "tokens out"]);
        foreach (var ((provider, model), tally) in tallies.OrderBy(entry => entry.Key))
        {
            table.AddRow(
                Markup.Escape(provider), Markup.Escape(model),
                Number(tally.Success), Number(tally.Failure), Number(tally.Cancelled), Number(tally.Input), Number(tally.Output));
        }

        return table;
    }

    static Table Columns(string[] names, string[] numbers)
    {
        var table = new Table().Border(TableBorder.None);
        table.AddColumns([.. names.Select(Column), .. numbers.Select(name => Column(name).RightAligned())]);
        return table;
    }

    static TableColumn Column(string name) => new TableColumn($"[bold]{name}[/]").NoWrap().Padding(0, 0, 2, 0);

    static string Number(double? value) => value is { } known ? known.ToString("0", CultureInfo.InvariantCulture) : "-";
}
