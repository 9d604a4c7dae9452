using Spectre.Console;

namespace CrossTier.Benchmarks.Harness;

/// <summary>Shows what was measured.</summary>
static class Report
{
    public static Table Of(Scenario scenario, Results results)
    {
        var hasBare = scenario.Candidates.Any(candidate => candidate.Name == Results.Bare);

        // Where two clock reads drown in the call itself a ratio to them says nothing.
        var hasFloor = scenario.Candidates.Any(candidate => candidate.Name == Results.Floor)
            && results.Net(Results.Floor) > results[Results.Bare].Nanoseconds / 2;
        var table = new Table().Title(scenario.Name).AddColumns("one call", "ns", "ns added", "net over floor", "bytes", "bytes added");
        foreach (var name in scenario.Candidates.Select(candidate => candidate.Name))
        {
            table.AddRow(
                name,
                $"{results[name].Nanoseconds:N0}",
                hasBare ? $"{results.Net(name):N0}" : "",
                hasFloor && name != Results.Bare ? $"{results.NetOverFloor(name):N2}" : "",
                $"{results[name].Bytes:N0}",
                hasBare ? $"{results.BytesAdded(name):N0}" : "");
        }

        return table;
    }

    public static Table Of(IEnumerable<Target> targets, double slack)
    {
        var table = new Table().Title("targets").AddColumns("target", "measured", "at most", "");
        foreach (var target in targets)
        {
            table.AddRow(target.Name, $"{target.Value:N2}", $"{target.Limit:N2}", target.Holds(slack) ? "met" : "MISSED");
        }

        return table;
    }
}
