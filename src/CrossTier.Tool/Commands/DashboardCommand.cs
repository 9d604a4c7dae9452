using System.CommandLine;
using CrossTier.Tool.Dashboards;
using CrossTier.Tool.Files;

namespace CrossTier.Tool.Commands;

/// <summary>crosstier dashboard: a dashboard for Grafana 10 and later.</summary>
static class DashboardCommand
{
    public static Command Create()
    {
        var inputs = new RuleInputs();
        var file = Inputs.Output("the dashboard");
        var cap = Cap();
        var command = new Command("dashboard", "Write a dashboard for Grafana 10 and later; the rules of 'crosstier rules' must be loaded.") { file, cap };
        inputs.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var dashboard = Dashboard.Create(await inputs.ReadAsync(parsed, cancellation), (int)parsed.GetValue(cap));
            OutputFile.Write(parsed.GetValue(file), DashboardFile.Write(dashboard), parsed.InvocationConfiguration.Output);
            return CommandLine.Done;
        });
        return command;
    }

    static Option<double> Cap() =>
        Inputs.Number("--max-label-sets", "The application's cap of label sets (MaxLabelSets).", Dashboard.StandardMaxLabelSets, 1, 100_000);
}
