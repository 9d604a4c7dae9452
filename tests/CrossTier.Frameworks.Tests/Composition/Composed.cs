using System.ClientModel;
using CrossTier.CompilerServices;
using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>Runs programs and returns what the metrics report of them.</summary>
static class Composed
{
    static readonly ChatMessage[] Question = [new(ChatRole.User, "one two")];

    /// <param name="tree">The program.</param>
    /// <param name="streamed">Whether it reads a stream.</param>
    /// <param name="abandoned">Whether it stops at the first text.</param>
    /// <param name="others">Whether layers that have nothing to do with it exist in the process.</param>
    public static async Task<Outcome> RunAsync(Tree tree, bool streamed, bool abandoned, bool others)
    {
        var before = Now();
        await PlayAsync(tree, streamed, abandoned, others);
        return Now().Since(before);
    }

    /// <summary>What several have counted together: the metrics are read once.</summary>
    public static async Task<Outcome> RunAsync(IEnumerable<Asked> programs)
    {
        var before = Now();
        foreach (var asked in programs)
        {
            await PlayAsync(asked.Tree, asked.Streamed, asked.Abandoned, asked.BesideOthers);
        }

        return Now().Since(before);
    }

    static async Task PlayAsync(Tree tree, bool streamed, bool abandoned, bool others)
    {
        using var state = new LayerState();
        _ = new CallSite("this assembly's");
        Layering.NestedCall(); // As its initialiser says.
        if (others)
        {
            Layering.HandlerAdded();
            Layering.FilterAdded();
            _ = new CrossTierChatClient(new Programs.ServerClient(new Programs.Model(Tree.Server(1), new CancellationTokenSource())));
        }

        using var stop = new CancellationTokenSource();
        var client = Blocks.Build(tree, stop);
        try
        {
            if (streamed)
            {
                await ReadAsync(client, abandoned, stop.Token);
            }
            else
            {
                await client.GetResponseAsync(Question, cancellationToken: stop.Token);
            }
        }
        catch (Exception e) when (e.GetBaseException() is OperationCanceledException or HttpRequestException or ClientResultException)
        {
            // What a server does: it is expected to come out.
        }
    }

    static Outcome Now()
    {
        var tally = Tally.Now();
        return new Outcome(tally.Success, tally.Failure, tally.Cancelled, tally.Input, tally.Output, tally.InFlight);
    }

    static async Task ReadAsync(IChatClient client, bool abandoned, CancellationToken cancellationToken)
    {
        await foreach (var update in client.GetStreamingResponseAsync(Question, cancellationToken: cancellationToken))
        {
            if (abandoned && update.Text.Length > 0)
            {
                break;
            }
        }
    }

    /// <summary>What is compared.</summary>
    public sealed record Outcome(long Success, long Failure, long Cancelled, long Input, long Output, long InFlight)
    {
        /// <summary>What came since an earlier one.</summary>
        public Outcome Since(Outcome earlier) => new(
            Success - earlier.Success,
            Failure - earlier.Failure,
            Cancelled - earlier.Cancelled,
            Input - earlier.Input,
            Output - earlier.Output,
            InFlight - earlier.InFlight);

        public static Outcome Of(IReadOnlyCollection<Counted> requests) => new(
            requests.Count(request => request.Status == "success"),
            requests.Count(request => request.Status == "failure"),
            requests.Count(request => request.Status == "cancelled"),
            requests.Sum(request => request.Input),
            requests.Sum(request => request.Output),
            InFlight: 0);
    }
}
