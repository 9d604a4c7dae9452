using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Frameworks.Tests.Combinations;

/// <summary>Every stack of layers yields one count for each request, whoever else has seen it.</summary>
public sealed class CombinationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_combination_counts_each_request_once_and_is_documented()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var table = new CombinationTable();
        List<string> wrong = [];
        foreach (var combination in Combination.All)
        {
            try
            {
                var (counted, wire) = await Run.Of(provider, combination);
                table.Add(combination, counted, wire);
                wrong.AddRange(Problems(combination, counted, wire).Select(problem => $"{combination}: {problem}"));
            }
            catch (Xunit.Sdk.XunitException e)
            {
                wrong.Add($"{combination}: {e.Message}");
            }
        }

        foreach (var line in wrong)
        {
            output.WriteLine(line);
        }

        Assert.Empty(wrong);
        table.CompareWithDocument();
    }

    static IEnumerable<string> Problems(Combination combination, Tally counted, Wire wire)
    {
        var last = combination.Ending switch { Ending.Success => (1, 0, 0), Ending.RateLimited => (0, 1, 0), _ => (0, 0, 1) };
        var statuses = ((long)(last.Item1 + combination.ExpectedRequests - 1), (long)last.Item2, (long)last.Item3);
        if ((counted.Success, counted.Failure, counted.Cancelled) != statuses)
        {
            yield return $"counted {(counted.Success, counted.Failure, counted.Cancelled)}, not {statuses}";
        }

        if (wire.Requests != combination.Rounds)
        {
            yield return $"the server saw {wire.Requests} requests, not {combination.Rounds}";
        }

        var tokens = combination.TokensAreLost ? (0, 0) : (wire.Input, wire.Output);
        if ((counted.Input, counted.Output) != tokens)
        {
            yield return $"counted tokens {(counted.Input, counted.Output)}, not {tokens}";
        }

        if (counted.InFlight != 0)
        {
            yield return $"{counted.InFlight} still in flight";
        }

        var calls = counted.RequestsBy("call");
        if (calls.Count != 1 || calls.GetValueOrDefault(combination.ExpectedCall) != combination.ExpectedRequests)
        {
            yield return $"calls {string.Join(", ", calls)}, not {combination.ExpectedCall}";
        }
    }
}
