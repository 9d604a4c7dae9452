using System.Text;
using CrossTier.Testing;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>What each building block of the random programs counts alone, as the table in <c>docs/frameworks.md</c>.</summary>
public sealed class BlockTableTests
{
    static readonly (Kind Kind, string Name)[] Blocks =
    [
        (Kind.Forward, "a decorator that passes all on"),
        (Kind.Transform, "one that changes the request"),
        (Kind.Rewrite, "one that makes a new reply of the one that came"),
        (Kind.SemanticCache, "a semantic cache that embeds, finds nothing and asks"),
        (Kind.OwnCache, "a cache of the application's own that knows the answer"),
        (Kind.Guard, "a guard that asks another model first"),
        (Kind.Router, "a router that asks another model which way to go"),
        (Kind.Check, "a check that asks another model afterwards"),
        (Kind.Summarise, "a summary by the same model first"),
        (Kind.Retry, "a retry after a 429"),
        (Kind.Failover, "a failover after a 429, its calls annotated"),
        (Kind.OrderedFailover, "`OrderedFailoverChatClient` after a 429"),
        (Kind.FanOut, "two models at once, one reply of both, without annotation"),
        (Kind.Hedge, "two models at once, the slower one given up, without annotation"),
        (Kind.Loop, "function invocation, a tool called once"),
        (Kind.AskingTool, "the same, the tool asks another model"),
        (Kind.Partial, "a partial method"),
        (Kind.HelpedPartial, "a partial method that asks a measured helper first"),
        (Kind.Agent, "an agent"),
        (Kind.AgentWithMemory, "an agent whose context provider asks another model"),
        (Kind.Workflow, "a workflow of two agents"),
        (Kind.Prompt, "a kernel's prompt"),
        (Kind.PromptWithFunction, "a kernel's prompt whose template calls a function that asks another model"),
    ];

    [Fact]
    public async Task The_document_has_what_each_block_counts()
    {
        var text = new StringBuilder("| below an annotated call | served | counted | the same, with the middleware on each model |\n|---|--:|--:|--:|\n");
        foreach (var (kind, name) in Blocks)
        {
            var served = Total(Expected.Of(Program(kind, isMeasured: true)));
            text.Append($"| {name} | {served.Requests} | {await CountedAsync(kind, false, served)} | {await CountedAsync(kind, true, served)} |\n");
        }

        DocumentTable.Compare("frameworks.md", "blocks", text.ToString());
    }

    static async Task<string> CountedAsync(Kind kind, bool isMeasured, (long Requests, long Input, long Output) served)
    {
        List<string> cells = [];
        foreach (var streamed in (bool[])[false, true])
        {
            var counted = await Composed.RunAsync(Program(kind, isMeasured), streamed, abandoned: false, others: false);
            Assert.Equal((served.Input, served.Output, 0), (counted.Input, counted.Output, counted.InFlight));
            cells.Add($"{counted.Success + counted.Failure + counted.Cancelled}");
        }

        return string.Join(", streamed ", cells.Distinct());
    }

    static Tree Program(Kind kind, bool isMeasured)
    {
        var first = Tree.Server(1000, Fails(kind), isMeasured);
        var second = Tree.Server(4, kind == Kind.Hedge ? Fault.Waits : Fault.None, isMeasured);
        return Tree.Of(Kind.Annotated, RandomTree.HasTwo(kind) ? Tree.Of(kind, first, second) : Tree.Of(kind, first));
    }

    static Fault Fails(Kind kind) => kind switch
    {
        Kind.Retry => Fault.FailsOnce,
        Kind.Failover or Kind.OrderedFailover => Fault.Fails,
        _ => Fault.None,
    };

    static (long Requests, long Input, long Output) Total(IReadOnlyCollection<Counted> requests) =>
        (requests.Count, requests.Sum(request => request.Input), requests.Sum(request => request.Output));
}
