using System.Collections.Immutable;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>
/// What must be counted, as a function of the tree, the layers in it and the outcome alone. Each request is counted by the layer nearest to the
/// wire that it passes on its way out; what a block asks besides is a request of its own.
/// </summary>
/// <param name="streamed">Whether the program reads a stream.</param>
sealed class Expected(bool streamed)
{
    readonly Dictionary<Tree, int> _asked = new(ReferenceEqualityComparer.Instance);
    readonly List<Counted> _counted = [];

    public static ImmutableArray<Counted> Of(Tree tree, bool streamed = false, bool abandoned = false)
    {
        var expected = new Expected(streamed);
        expected.Ask(tree, abandoned);
        return [.. expected._counted];
    }

    Answer Ask(Tree tree, bool left, bool tools = false)
    {
        var answer = tree.Kind switch
        {
            Kind.Server or Kind.PlainServer => Served(tree, left, tools),
            Kind.SemanticCache => Embedded(tree, left, tools),
            Kind.Guard or Kind.Router or Kind.AgentWithMemory or Kind.PromptWithFunction or Kind.HelpedPartial =>
                After(Count(Aside(tree.Below[1]), tree.Below[1]), tree, left, tools && !DropsTools(tree.Kind)),
            Kind.BareGuard => After(Aside(tree.Below[1]), tree, left, tools),
            Kind.Summarise => After(Count(Aside(tree.Below[0]), tree.Below[0]), tree, left, tools),
            Kind.Check => Checked(tree, left, tools),
            Kind.Failover => Count(Ask(tree.Below[0], left, tools), tree.Below[0]) is { Status: not "failure" } answered
                ? answered
                : Count(Ask(tree.Below[1], left, tools), tree.Below[1]),
            Kind.BareFailover or Kind.OrderedFailover => Ask(tree.Below[0], left, tools) is { Status: not "failure" } answered
                ? answered
                : Ask(tree.Below[1], left, tools),
            Kind.Retry => Ask(tree.Below[0], left, tools) is { Status: not "failure" } answered ? answered : Ask(tree.Below[0], left, tools),
            Kind.FanOut => Both(tree, left),
            Kind.Hedge => First(tree, left),
            Kind.Loop or Kind.AskingTool => Looped(tree, left),
            _ => Ask(tree.Below[0], left, tools && !DropsTools(tree.Kind)),
        };
        if (IsLayer(tree.Kind))
        {
            answer = Count(answer, tree.Kind is Kind.Partial or Kind.HelpedPartial ? null : tree.Below[0]);
        }

        return !tree.IsMeasured ? answer : Count(answer, IsKernel(tree.Kind) || !ShowsWhatIsBelow(tree.Kind) ? null : tree.Below[0]);
    }

    static bool IsLayer(Kind kind) => kind is Kind.Annotated or Kind.Partial or Kind.HelpedPartial or Kind.Agent or Kind.AgentWithMemory;

    static bool IsKernel(Kind kind) => kind is Kind.Prompt or Kind.PromptWithFunction;

    static bool ShowsWhatIsBelow(Kind kind) =>
        kind is Kind.Forward or Kind.Transform or Kind.Rewrite or Kind.SemanticCache or Kind.Guard or Kind.Router or Kind.BareGuard or Kind.Check
            or Kind.Summarise or Kind.Retry or Kind.Loop or Kind.AskingTool;

    /// <summary>Whether a client reports a middleware of ours behind it, which is left to count.</summary>
    static bool ReportsLayer(Tree? client) =>
        client is not null && ((client.IsMeasured && !IsKernel(client.Kind)) || (ShowsWhatIsBelow(client.Kind) && ReportsLayer(client.Below[0])));

    /// <summary>A layer of ours: it counts what none below has.</summary>
    Answer Count(Answer answer, Tree? client)
    {
        if (!answer.IsCounted && !ReportsLayer(client))
        {
            _counted.Add(new Counted(answer.Status, answer.Input, answer.Output));
        }

        return answer with { IsCounted = true };
    }

    // What is asked besides is asked for a whole reply.
    Answer Aside(Tree tree) => new Expected(streamed: false).Nested(this, tree);

    Answer Nested(Expected outer, Tree tree)
    {
        foreach (var (server, count) in outer._asked)
        {
            _asked[server] = count;
        }

        var answer = Ask(tree, left: false);
        outer._counted.AddRange(_counted);
        foreach (var (server, count) in _asked)
        {
            outer._asked[server] = count;
        }

        return answer;
    }

    Answer Served(Tree server, bool left, bool tools)
    {
        var before = _asked.GetValueOrDefault(server);
        _asked[server] = before + 1;
        return server.Fault switch
        {
            Fault.Fails => Answer.Failure,
            Fault.FailsOnce when before == 0 => Answer.Failure,
            Fault.Waits or Fault.Cancelled => Answer.Cancelled,
            _ when left && !tools => Answer.Cancelled, // The usage comes last.
            _ => new Answer("success", server.Input + before, server.Output + before, IsCounted: false, CallsTool: tools),
        };
    }

    Answer Embedded(Tree tree, bool left, bool tools)
    {
        _counted.Add(Counted.Success(Blocks.EmbeddingTokens, 0));
        return Ask(tree.Below[0], left, tools);
    }

    // An exception of what was asked before comes out as it is: the request of the block was never made.
    Answer After(Answer before, Tree tree, bool left, bool tools) => before.IsSuccess ? Ask(tree.Below[0], left, tools) : before;

    Answer Checked(Tree tree, bool left, bool tools)
    {
        var answer = Ask(tree.Below[0], left, tools);
        return !answer.IsSuccess ? answer : Count(Aside(tree.Below[1]), tree.Below[1]) is { IsSuccess: false } failed ? failed : answer;
    }

    Answer Both(Tree tree, bool left)
    {
        var (first, second) = (Aside(tree.Below[0]), Aside(tree.Below[1]));
        return !first.IsSuccess ? first
            : !second.IsSuccess ? second
            : left ? new Answer("cancelled", 0, 0, first.IsCounted || second.IsCounted)
            : new Answer("success", first.Input + second.Input, first.Output + second.Output, first.IsCounted && second.IsCounted);
    }

    Answer First(Tree tree, bool left)
    {
        var first = Aside(tree.Below[0]);
        Aside(tree.Below[1]);
        return first.IsSuccess && left ? new Answer("cancelled", 0, 0, first.IsCounted) : first;
    }

    Answer Looped(Tree tree, bool left)
    {
        var first = Ask(tree.Below[0], left, tools: true);
        if (!first.IsSuccess || !first.CallsTool)
        {
            return first;
        }

        if (tree.Kind == Kind.AskingTool)
        {
            Count(Aside(tree.Below[1]), tree.Below[1]);
        }

        var second = Ask(tree.Below[0], left);
        return second.IsSuccess ? second with { CallsTool = false, Input = first.Input + second.Input, Output = first.Output + second.Output }
            : streamed ? second with { Input = first.Input, Output = first.Output } // What came is known.
            : second;
    }

    static bool DropsTools(Kind kind) => IsKernel(kind) || kind is Kind.Agent or Kind.AgentWithMemory;
}
