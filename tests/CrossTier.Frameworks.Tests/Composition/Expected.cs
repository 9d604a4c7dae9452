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

    Answer Ask(Tree tree, bool left)
    {
        var answer = tree.Kind switch
        {
            Kind.Server or Kind.PlainServer => Served(tree, left),
            Kind.SemanticCache => Embedded(tree, left),
            Kind.Guard or Kind.Router or Kind.AgentWithMemory or Kind.PromptWithFunction or Kind.HelpedPartial =>
                After(Count(Aside(tree.Below[1])), tree, left),
            Kind.BareGuard => After(Aside(tree.Below[1]), tree, left),
            Kind.Summarise => After(Count(Aside(tree.Below[0])), tree, left),
            Kind.Check => Checked(tree, left),
            Kind.Failover => Count(Ask(tree.Below[0], left)) is { Status: not "failure" } answered ? answered : Count(Ask(tree.Below[1], left)),
            Kind.BareFailover or Kind.OrderedFailover => Ask(tree.Below[0], left) is { Status: not "failure" } answered ? answered : Ask(tree.Below[1], left),
            Kind.Retry => Ask(tree.Below[0], left) is { Status: not "failure" } answered ? answered : Ask(tree.Below[0], left),
            Kind.FanOut => Both(tree, left),
            Kind.Hedge => First(tree),
            Kind.Loop or Kind.AskingTool => Looped(tree, left),
            _ => Ask(tree.Below[0], left),
        };
        return tree.IsMeasured || IsLayer(tree.Kind) ? Count(answer) : answer;
    }

    static bool IsLayer(Kind kind) => kind is Kind.Annotated or Kind.Partial or Kind.HelpedPartial or Kind.Agent or Kind.AgentWithMemory;

    /// <summary>A layer of ours: it counts what none below has.</summary>
    Answer Count(Answer answer)
    {
        if (!answer.IsCounted)
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

    Answer Served(Tree server, bool left)
    {
        var before = _asked.GetValueOrDefault(server);
        _asked[server] = before + 1;
        return server.Fault switch
        {
            Fault.Fails => Answer.Failure,
            Fault.FailsOnce when before == 0 => Answer.Failure,
            Fault.Waits or Fault.Cancelled => Answer.Cancelled,
            _ when left => Answer.Cancelled, // The usage comes last.
            _ => new Answer("success", server.Input + before, server.Output + before, IsCounted: false),
        };
    }

    Answer Embedded(Tree tree, bool left)
    {
        _counted.Add(Counted.Success(Blocks.EmbeddingTokens, 0));
        return Ask(tree.Below[0], left);
    }

    // An exception of what was asked before comes out as it is: the request of the block was never made.
    Answer After(Answer before, Tree tree, bool left) => before.IsSuccess ? Ask(tree.Below[0], left) : before;

    Answer Checked(Tree tree, bool left)
    {
        var answer = Ask(tree.Below[0], left);
        return !answer.IsSuccess ? answer : Count(Aside(tree.Below[1])) is { IsSuccess: false } failed ? failed : answer;
    }

    Answer Both(Tree tree, bool left)
    {
        var (first, second) = (Aside(tree.Below[0]), Aside(tree.Below[1]));
        return !first.IsSuccess ? first
            : !second.IsSuccess ? second
            : left ? new Answer("cancelled", 0, 0, first.IsCounted || second.IsCounted)
            : new Answer("success", first.Input + second.Input, first.Output + second.Output, first.IsCounted && second.IsCounted);
    }

    Answer First(Tree tree)
    {
        var first = Aside(tree.Below[0]);
        Aside(tree.Below[1]);
        return first;
    }

    Answer Looped(Tree tree, bool left)
    {
        var asks = AsksForTools(tree.Below[0]);
        var first = Ask(tree.Below[0], left && !asks);
        if (!asks || !first.IsSuccess)
        {
            return first;
        }

        if (tree.Kind == Kind.AskingTool)
        {
            Count(Aside(tree.Below[1]));
        }

        var second = Ask(tree.Below[0], left);
        return second.IsSuccess ? second with { Input = first.Input + second.Input, Output = first.Output + second.Output }
            : streamed ? second with { Input = first.Input, Output = first.Output } // What came is known.
            : second;
    }

    /// <summary>Whether the tools that a loop offers arrive at a server, and its request for one comes back.</summary>
    static bool AsksForTools(Tree tree) => tree.Kind switch
    {
        Kind.Server or Kind.PlainServer => true,
        Kind.FanOut or Kind.Agent or Kind.AgentWithMemory or Kind.Prompt or Kind.PromptWithFunction or Kind.Loop or Kind.AskingTool => false,
        Kind.Failover or Kind.BareFailover or Kind.OrderedFailover => tree.Below.All(AsksForTools),
        _ => AsksForTools(tree.Below[0]),
    };
}
