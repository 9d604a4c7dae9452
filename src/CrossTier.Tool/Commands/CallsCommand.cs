using System.CommandLine;
using CrossTier.Tool.Files;
using CrossTier.Tool.Formats;
using CrossTier.Tool.Inventory;

namespace CrossTier.Tool.Commands;

/// <summary>crosstier calls: every inference call, with its labels, where it stands and whether it is measured.</summary>
static class CallsCommand
{
    static readonly Dictionary<string, Action<CallInventory, TextWriter>> Formats = new()
    {
        ["table"] = TableFormat.Write,
        ["json"] = JsonFormat.Write,
        ["markdown"] = MarkdownFormat.Write,
        ["sarif"] = SarifFormat.Write,
    };

    public static Command Create()
    {
        var inputs = Inputs.Required();
        var format = new Option<string>("--format", "-f") { Description = "table, json, markdown or sarif.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var file = Inputs.Output("the list");
        var command = new Command("calls", "List every inference call: provider, model, tier, where it stands, how it is measured or why not.")
        {
            inputs,
            format,
            file,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var inventory = await InventorySource.ReadAsync(parsed.GetRequiredValue(inputs), cancellation);
            Inputs.WriteNotes(inventory, parsed.InvocationConfiguration.Error);
            var text = new StringWriter { NewLine = "\n" };
            var write = Formats[parsed.GetRequiredValue(format)];
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(file) is { } path && !OutputFile.IsStandardOutput(path))
            {
                write(inventory, text);
                OutputFile.Write(path, text.ToString(), output);
            }
            else
            {
                write(inventory, output);
            }

            return CommandLine.Done;
        });
        return command;
    }
}
