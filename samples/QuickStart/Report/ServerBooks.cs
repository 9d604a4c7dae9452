using CrossTier.Samples.QuickStart.Servers;
using CrossTier.Samples.SimulatedProviders;
using Spectre.Console;

namespace CrossTier.Samples.QuickStart.Report;

/// <summary>What the simulated servers counted by themselves: the metrics must agree.</summary>
static class ServerBooks
{
    public static async Task WriteAsync(IAnsiConsole console, ServerSet servers)
    {
        foreach (var server in servers.All)
        {
            if (server.Simulation is { } simulation)
            {
                var tokens = await TokensAsync(server);
                console.WriteLine(
                    $"The simulated {server.Name} itself counted {tokens.Input} tokens in, {tokens.Output} out, in "
                    + $"{simulation.Counts.Requests} requests on the wire.");
            }
        }
    }

    /// <summary>The tokens that a simulated server has told so far; none of a real one.</summary>
    public static async Task<TokenCounts> TokensAsync(InferenceServer server) =>
        server.Simulation is { } simulation
            ? (await simulation.SettledAsync()).ByModel.Values.Aggregate(default(TokenCounts), (sum, tokens) => sum + tokens)
            : default;
}
