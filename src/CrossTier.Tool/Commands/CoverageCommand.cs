using System.CommandLine;
using CrossTier.Inventory;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Formats;
using CrossTier.Tool.Inventory;

namespace CrossTier.Tool.Commands;

/// <summary>crosstier coverage: the share of inference calls that are measured, as a gate.</summary>
static class CoverageCommand
{
    public static Command Create()
    {
        var inputs = Inputs.Required();
        var min = Inputs.Number("--min", "The least share of calls that must be measured, in percent.", standard: 100, min: 0, max: 100);
        var baseline = new Option<string?>("--baseline") { Description = $"A baseline ({BaselineLine.FileName}) whose calls may stay unmeasured." };
        var command = new Command("coverage", "Say which share of the inference calls is measured; exit code 1 below --min.") { inputs, min, baseline };
        command.SetAction(async (parsed, cancellation) =>
        {
            var inventory = await InventorySource.ReadAsync(parsed.GetRequiredValue(inputs), cancellation);
            if (parsed.GetValue(baseline) is { } path)
            {
                inventory = BaselineFile.Apply(inventory, path);
            }

            Inputs.WriteNotes(inventory, parsed.InvocationConfiguration.Error);
            var output = parsed.InvocationConfiguration.Output;
            var enough = inventory.Coverage >= parsed.GetValue(min);
            output.WriteLine(TableFormat.Summary(inventory));
            foreach (var call in enough ? [] : inventory.Calls.Where(call => call.State is CallState.Unscoped or CallState.Refused))
            {
                output.WriteLine(TerminalText.Of($"{call.LocationText}: {call.Call} calls {call.Api}, {call.Measurement}"));
            }

            return enough ? CommandLine.Done : CommandLine.No;
        });
        return command;
    }
}
