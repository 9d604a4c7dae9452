using System.CommandLine;
using CrossTier.Tool.Files;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Commands;

/// <summary>crosstier rules: recording and alert rules for Prometheus.</summary>
static class RulesCommand
{
    public static Command Create()
    {
        var inputs = new RuleInputs();
        var file = Inputs.Output("the rules");
        var command = new Command("rules", "Write recording and alert rules for Prometheus.") { file };
        inputs.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var book = RuleBook.Create(await inputs.ReadAsync(parsed, cancellation));
            OutputFile.Write(parsed.GetValue(file), RuleFile.Write(book), parsed.InvocationConfiguration.Output);
            return CommandLine.Done;
        });
        return command;
    }
}
