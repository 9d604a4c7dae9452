using System.CommandLine;
using CrossTier.Tool.Dashboards;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Formats;
using CrossTier.Tool.Verification;
using Spectre.Console;

namespace CrossTier.Tool.Commands;

/// <summary>crosstier verify: runs every query against a live Prometheus.</summary>
static class VerifyCommand
{
    public static Command Create()
    {
        var inputs = new RuleInputs();
        var address = new Option<string>("--prometheus") { Description = "The Prometheus, such as http://localhost:9090.", Required = true };
        var timeout = Inputs.Number("--timeout", "How long each of its replies may take, in seconds.", standard: 30, min: 0.1, max: 3600);
        var all = new Option<bool>("--all") { Description = "List the queries that return data too." };
        var command = new Command(
            "verify",
            "Run every query of dashboard and rules against a live Prometheus and say which return nothing and why; exit code 1 if one does that should not.")
            {
                address,
                timeout,
                all,
            };
        inputs.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var prometheus = new PrometheusClient(parsed.GetRequiredValue(address), TimeSpan.FromSeconds(parsed.GetValue(timeout)));
            var options = await inputs.ReadAsync(parsed, cancellation);
            var notes = TableFormat.ConsoleOf(parsed.InvocationConfiguration.Error);
            var verifier = new Verifier(prometheus, options);
            var findings = notes.Profile.Out.IsTerminal
                ? await notes.Status()
                    .StartAsync(
                        "Asking Prometheus",
                        status => verifier.RunAsync(Dashboard.Create(options), name => status.Status(Markup.Escape(name)), cancellation))
                : await verifier.RunAsync(Dashboard.Create(options), _ => { }, cancellation);
            var guesses = await verifier.GuessesAsync(cancellation);
            return Report(findings, guesses, parsed.GetValue(all), parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    static int Report(IReadOnlyList<Finding> findings, IReadOnlyList<string> guesses, bool all, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in new[] { "Query of", "Name", "Returns", "Why" })
        {
            table.AddColumn(column);
        }

        foreach (var finding in findings.Where(finding => all || finding.State is FindingState.Empty or FindingState.Broken or FindingState.Optional))
        {
            table.AddRow(new Text(finding.Kind), new Text(TerminalText.Of(finding.Name)), new Text(finding.State switch
            {
                FindingState.Data => "data",
                FindingState.Quiet => "nothing, as it should",
                FindingState.Broken => "an error",
                _ => "nothing",
            }), new Text(TerminalText.Of(finding.Why)));
        }

        if (table.Rows.Count > 0)
        {
            TableFormat.ConsoleOf(output).Write(table);
        }

        foreach (var guess in guesses)
        {
            output.WriteLine(TerminalText.Of($"a guess: {guess}, which its replies name; settle it with an alias ('crosstier prices import --alias')."));
        }

        int Count(params FindingState[] states) => findings.Count(finding => states.Contains(finding.State));
        output.WriteLine(
            $"{findings.Count} queries: {Count(FindingState.Data)} return data, {Count(FindingState.Quiet)} alerts are quiet, "
            + $"{Count(FindingState.Optional)} wait for something optional, {Count(FindingState.Empty)} return nothing, {Count(FindingState.Broken)} fail.");
        return Count(FindingState.Empty, FindingState.Broken) == 0 ? CommandLine.Done : CommandLine.No;
    }
}
