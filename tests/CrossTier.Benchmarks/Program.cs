using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;
using CrossTier.Benchmarks.Scenarios;
using Spectre.Console;

// One command prints what a measured call costs, against what people would write or install otherwise, and which target is missed.
var isShort = args is ["--short"];
if (args.Length > 0 && !isShort)
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/CrossTier.Benchmarks [-- --short]");
    return 2;
}

using var listening = new ExtensionsAI();
Scenario[] scenarios =
[
    CompletedScenario.Create(), PendingScenario.Create(), StreamScenario.Create(isPending: false), StreamScenario.Create(isPending: true),
    FailureScenario.Create(), TwoClientsScenario.Create(), ThreadsScenario.Create(),
];
var rounds = isShort ? 15 : 61;
var slack = isShort ? 0.25 : 0;
List<Target> targets = [];
foreach (var scenario in scenarios)
{
    var results = new Results(Interleaved.Run(scenario.Candidates, isShort ? scenario.CallsPerSlice / 4 : scenario.CallsPerSlice, rounds));
    AnsiConsole.Write(Report.Of(scenario, results));
    targets.AddRange(scenario.Targets(results));
}

if (!isShort)
{
    ScrapeScenario.Run(AnsiConsole.Console);
}

AnsiConsole.Write(Report.Of(targets, slack));
var missed = targets.Where(target => !target.Holds(slack)).ToList();
AnsiConsole.WriteLine(missed.Count == 0 ? "All targets are met." : $"{missed.Count} of {targets.Count} targets are missed: {string.Join("; ", missed.Select(target => target.Name))}.");
return missed.Count == 0 ? 0 : 1;
