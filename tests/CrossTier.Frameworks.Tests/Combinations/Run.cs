using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Frameworks.Tests.Combinations;

/// <summary>Runs one combination against a server and says what was counted on both sides.</summary>
static class Run
{
    public static async Task<(Tally Counted, Wire Wire)> Of(SimulatedProvider provider, Combination combination, int retries = 0)
    {
        using var stop = new CancellationTokenSource();
        var tools = 0;
        var stack = new Stack(provider, combination.Layers, () => { if (++tools == 2) { Arm(provider, combination.Ending, stop); } }, retries);
        Disarm(provider, combination.Tools ? 2 : 0);
        if (!combination.Tools)
        {
            Arm(provider, combination.Ending, stop);
        }

        var wire = await Wire.Of(provider);
        var before = Tally.Now();
        var thrown = await Record.ExceptionAsync(() => combination.Streamed ? Read(stack, combination.Ending, stop.Token) : stack.AskAsync(stop.Token));
        Assert.Equal(combination.Ending is Ending.RateLimited or Ending.Cancelled, thrown is not null);
        Assert.Equal(combination.Ending is Ending.Cancelled, thrown is OperationCanceledException);
        var counted = Tally.Now().Since(before);
        return (counted, await Wire.Of(provider) - wire);
    }

    static async Task Read(Stack stack, Ending ending, CancellationToken cancellationToken)
    {
        await foreach (var update in stack.Stream(cancellationToken))
        {
            if (ending == Ending.Abandoned && update.Text.Length > 0)
            {
                break;
            }
        }
    }

    static void Disarm(SimulatedProvider provider, int toolRounds)
    {
        provider.Options.ToolRounds = toolRounds;
        provider.Options.ErrorRate = 0;
        provider.Options.Latency = TimeSpan.Zero;
        provider.Options.ChunkDelay = TimeSpan.Zero;
        provider.Options.ReplyWords = 8;
    }

    static void Arm(SimulatedProvider provider, Ending ending, CancellationTokenSource stop)
    {
        switch (ending)
        {
            case Ending.RateLimited:
                (provider.Options.ErrorStatus, provider.Options.ErrorRate) = (429, 1);
                break;
            case Ending.Cancelled:
                provider.Options.Latency = TimeSpan.FromMinutes(1);
                _ = CancelWhenArrived(provider, stop);
                break;
            case Ending.Abandoned:
                provider.Options.ChunkDelay = TimeSpan.FromMilliseconds(5);
                provider.Options.ReplyWords = 100;
                break;
        }
    }

    // The round before may be on the server still when a tool arms this: only the next request counts.
    static async Task CancelWhenArrived(SimulatedProvider provider, CancellationTokenSource stop)
    {
        await provider.ArrivedAsync(CancellationToken.None);
        await stop.CancelAsync();
    }
}
