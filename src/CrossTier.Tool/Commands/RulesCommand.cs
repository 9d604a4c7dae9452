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
        var only = new Option<string?>("--only")
        {
            Description = "servers: write the rules of inference servers and GPUs, which belong to no application and are loaded once. Default: "
                + "those of applications.",
        };
        only.AcceptOnlyFromAmong(RuleName.Servers);
        var command = new Command("rules", "Write recording and alert rules for Prometheus.") { file, only };
        inputs.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var isServers = parsed.GetValue(only) is not null;
            string[] without = [.. inputs.WithoutEffect(parsed, isServers)];
            if (without.Length > 0)
            {
                throw new InputException(isServers
                    ? $"{string.Join(", ", without)}: not for the rules of servers; leave it out beside --only {RuleName.Servers}."
                    : $"{string.Join(", ", without)}: for the rules of servers; say it beside --only {RuleName.Servers}, which writes them.");
            }

            var options = await inputs.ReadAsync(parsed, cancellation);
            var book = isServers ? RuleBook.CreateServers(options) : RuleBook.Create(options);
            OutputFile.Write(parsed.GetValue(file), RuleFile.Write(book), parsed.InvocationConfiguration.Output);
            return CommandLine.Done;
        });
        return command;
    }
}
