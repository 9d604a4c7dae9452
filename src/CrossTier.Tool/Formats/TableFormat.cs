using System.Globalization;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Inventory;
using Spectre.Console;

namespace CrossTier.Tool.Formats;

/// <summary>Calls as a table for the terminal.</summary>
static class TableFormat
{
    /// <summary>Where the output is a file or a pipe, there is no width to keep to; wrapped cells would only be harder to search.</summary>
    const int PipeWidth = 240;

    public static void Write(CallInventory inventory, TextWriter output)
    {
        var console = ConsoleOf(output);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in new[] { "Call", "API", "Provider", "Model", "Tier", "Where", "Measurement" })
        {
            table.AddColumn(column);
        }

        foreach (var call in inventory.Calls)
        {
            table.AddRow(
                new Text(TerminalText.Of(call.Call)),
                new Text(TerminalText.Of(call.Api)),
                new Text(TerminalText.Of(call.ProviderText)),
                new Text(TerminalText.Of(call.ModelText)),
                new Text(TerminalText.Of(call.TierText)),
                new Text(TerminalText.Of(call.LocationText)),
                new Text(TerminalText.Of(call.Measurement), call.State switch
                {
                    CallState.Measured => Color.Green,
                    CallState.Ignored or CallState.Baselined => Color.Grey,
                    _ => Color.Yellow,
                }));
        }

        console.Write(table);
        output.WriteLine(Summary(inventory));
    }

    public static string Summary(CallInventory inventory) => string.Create(
        CultureInfo.InvariantCulture,
        $"{inventory.Coverage:0.#} % measured: {inventory.Measured} of {inventory.Measured + inventory.Unmeasured} calls; "
        + $"{inventory.Ignored} excused, {inventory.Baselined} in the baseline.");

    public static IAnsiConsole ConsoleOf(TextWriter output)
    {
        var isTerminal = (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
            || (ReferenceEquals(output, Console.Error) && !Console.IsErrorRedirected);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!isTerminal)
        {
            console.Profile.Width = PipeWidth;
        }

        return console;
    }
}
