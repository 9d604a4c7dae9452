using System.CommandLine;
using CrossTier.Inventory;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Files;
using CrossTier.Tool.Http;
using CrossTier.Tool.Inventory;

namespace CrossTier.Tool.Commands;

/// <summary>crosstier baseline: writes the calls that are unmeasured today, so that no new one joins them.</summary>
static class BaselineCommand
{
    public static Command Create()
    {
        var inputs = Inputs.Required();
        var file = new Option<string>("--output", "-o")
        {
            Description = $"The file to write; - is the standard output. Default {BaselineLine.FileName}.",
            DefaultValueFactory = _ => BaselineLine.FileName,
        };
        var command = new Command("baseline", "Write the ratchet file: the calls that are unmeasured today and may stay so.") { inputs, file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var sources = parsed.GetRequiredValue(inputs);
            if (sources.FirstOrDefault(WebAddress.Is) is { } address)
            {
                throw new InputException(
                    $"'{WebAddress.Mask(address)}' is a running application, which does not say what it leaves unmeasured; name its built assembly.");
            }

            var inventory = await InventorySource.ReadAsync(sources, cancellation);
            var path = parsed.GetRequiredValue(file);
            OutputFile.Write(path, BaselineFile.Write(inventory), parsed.InvocationConfiguration.Output);
            Inputs.SummaryOf(parsed, path).WriteLine(
                TerminalText.Of($"{path}: {inventory.Unmeasured} unmeasured {(inventory.Unmeasured == 1 ? "call" : "calls")}."));
            return CommandLine.Done;
        });
        return command;
    }
}
