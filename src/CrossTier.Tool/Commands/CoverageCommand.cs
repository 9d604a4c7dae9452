using System.CommandLine;
using CrossTier.Inventory;
using CrossTier.Tool.Deployment;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Formats;
using CrossTier.Tool.Http;
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
        var deep = new Option<bool>("--deep")
        {
            Description = "Read every assembly beside the inputs too: calls that no build looked at are blind, and count as not measured.",
        };
        var command = new Command("coverage", "Say which share of the inference calls is measured; exit code 1 below --min.") { inputs, min, baseline, deep };
        command.SetAction(async (parsed, cancellation) =>
        {
            var inventory = await Read(parsed.GetRequiredValue(inputs), parsed.GetValue(deep), cancellation);
            if (parsed.GetValue(baseline) is { } path)
            {
                inventory = BaselineFile.Apply(inventory, path);
            }

            Inputs.WriteNotes(inventory, parsed.InvocationConfiguration.Error);
            var output = parsed.InvocationConfiguration.Output;
            var enough = inventory.Coverage >= parsed.GetValue(min);
            output.WriteLine(TableFormat.Summary(inventory));
            foreach (var call in inventory.Calls.Where(call =>
                call.State == CallState.Blind || (!enough && call.State is CallState.Unscoped or CallState.Refused)))
            {
                var where = call.Location is null ? call.Assembly : call.LocationText;
                output.WriteLine(TerminalText.Of($"{where}: {call.Call} calls {call.Api}, {call.Measurement}"));
            }

            return enough ? CommandLine.Done : CommandLine.No;
        });
        return command;
    }

    // Without --deep what lies beside the inputs is looked at too, and reported in one line: 100 % of what was built is not all of what runs.
    static async Task<CallInventory> Read(string[] inputs, bool deep, CancellationToken cancellation)
    {
        var files = inputs.Where(input => !WebAddress.Is(input) && Path.GetExtension(input) is ".dll" or ".exe").ToList();
        var assemblies = DeploymentFolder.Assemblies(files.Where(File.Exists));
        var (blind, notes) = BlindCallReader.Read(assemblies);
        if (!deep)
        {
            var inventory = await InventorySource.ReadAsync(inputs, cancellation);
            var more = $"{blind.Count} more inference {(blind.Count == 1 ? "call" : "calls")} beside it that no build looked at; --deep lists them.";
            return blind.Count == 0 ? inventory : inventory with { Notes = [.. inventory.Notes, more] };
        }

        string[] all = [.. inputs.Except(files), .. files.Concat(assemblies).Distinct()];
        var built = await InventorySource.ReadAsync(all, cancellation, mayBeEmpty: blind.Count > 0);
        return CallInventory.Of(built.Calls.Concat(blind)) with { Notes = [.. built.Notes, .. notes] };
    }
}
