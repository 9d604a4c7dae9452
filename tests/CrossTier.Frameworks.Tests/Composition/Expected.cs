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
    Around _around = new();

    public static ImmutableArray<Counted> Of(Tree tree, bool streamed = false, bool abandoned = false)
    {
        var expected = new Expected(streamed);
        expected.Ask(tree, abandoned);
        expected._counted.AddRange(expected._around.Waiting.Select(wire => wire.Counted));
        return [.. expected._counted];
    }

    Answer Ask(Tree tree, bool left, Tools tools = Tools.None) => tree.IsMeasured
        ? Layer(() => Block(tree, left, tools), ShowsWhatIsBelow(tree.Kind) ? tree.Below[0] : null, middlewareOn: tree)
        : Block(tree, left, tools);

    Answer Block(Tree tree, bool left, Tools tools) => tree.Kind switch
    {
        Kind.Partial => Layer(() => Ask(tree.Below[0], left, tools), client: null),
        Kind.HelpedPartial => Layer(() => After(Unmarked(tree.Below[1]), tree, left, tools), client: null),
        Kind.Annotated => Layer(() => Ask(tree.Below[0], left, tools), tree.Below[0]),
        Kind.Agent => Agent(tree, () => Run(tree, left)),
        Kind.AgentWithMemory => Agent(tree, () => Unmarked(tree.Below[1]) is { IsSuccess: false } failed ? failed : Run(tree, left)),
        Kind.Workflow => Layer(() => InTurn(tree), client: null, isClient: false),
        _ => Unannotated(tree, left, tools),
    };

    Answer Unannotated(Tree tree, bool left, Tools tools) => tree.Kind switch
    {
        Kind.SdkServer => Layer(() => Served(tree, left, tools), client: null, isClient: false), // Its replies are made into others.
        _ when tree.IsServer => Served(tree, left, tools),
        Kind.SemanticCache => Embedded(tree, left, tools),
        Kind.OwnCache => Known(tree, left, tools),
        Kind.Guard or Kind.Router => After(Marked(tree.Below[1]), tree, left, tools),
        Kind.PromptWithFunction => After(tree.IsMeasured ? Marked(tree.Below[1]) : Unmarked(tree.Below[1]), tree, left, Tools.None),
        Kind.Prompt => Ask(tree.Below[0], left),
        Kind.BareGuard => After(Aside(tree.Below[1]), tree, left, tools),
        Kind.Summarise => After(Marked(tree.Below[0]), tree, left, tools),
        Kind.Check => Checked(tree, left, tools),
        Kind.Failover => Failover(tree, below => Layer(() => Ask(below, left, tools), below)),
        Kind.BareFailover or Kind.OrderedFailover => Failover(tree, below => Ask(below, left, tools)),
        Kind.Retry => Recovers(Ask(tree.Below[0], left, tools)) is { } answered ? answered : Ask(tree.Below[0], left, tools),
        Kind.FanOut => Both(tree, left),
        Kind.Hedge => First(tree, left),
        Kind.Loop or Kind.AskingTool => Looped(tree, left, tools),
        Kind.Rewrite => Ask(tree.Below[0], left, tools).Remade(),
        _ => Ask(tree.Below[0], left, tools),
    };

    static bool IsKernel(Kind kind) => kind is Kind.Prompt or Kind.PromptWithFunction;

    static bool ShowsWhatIsBelow(Kind kind) =>
        kind is Kind.Forward or Kind.Transform or Kind.Rewrite or Kind.SemanticCache or Kind.Guard or Kind.Router or Kind.BareGuard or Kind.Check
            or Kind.Summarise or Kind.Retry or Kind.Loop or Kind.AskingTool or Kind.OwnCache;

    /// <summary>Whether a client reports a middleware of ours behind it, which is left to count.</summary>
    static bool ReportsLayer(Tree? client) =>
        client is not null && ((client.IsMeasured && !IsKernel(client.Kind)) || (ShowsWhatIsBelow(client.Kind) && ReportsLayer(client.Below[0])));

    /// <summary>The application's cache that a client reports.</summary>
    static Tree? CacheOf(Tree? client) =>
        client is null ? null : client.Kind == Kind.OwnCache ? client : ShowsWhatIsBelow(client.Kind) ? CacheOf(client.Below[0]) : null;

    /// <summary>A layer of ours: it counts what none below has.</summary>
    /// <param name="ask">What is below it.</param>
    /// <param name="client">The client that it asks, if that can be seen.</param>
    /// <param name="isMarked">Whether the build knows that it is no part of the request around it.</param>
    /// <param name="isClient">Whether it sees what the client hands up.</param>
    /// <param name="middlewareOn">The block that a middleware is put upon, if it is one.</param>
    Answer Layer(Func<Answer> ask, Tree? client, bool isMarked = false, bool isClient = true, Tree? middlewareOn = null)
    {
        var outer = _around;
        _around = new Around();
        var answer = ask();
        HashSet<Wire> claimed = [];
        var isKnown = isClient && answer is { IsOriginal: true, Cache: { } cache } && ReferenceEquals(CacheOf(middlewareOn ?? client), cache);
        var isCounted = answer.IsCounted || answer.HasCountedReply || (isClient && answer.HasCountedChunk);
        if (!isCounted && !isKnown && !ReportsLayer(client) && !_around.MayBe(answer))
        {
            claimed = WireClaim.Of(answer, _around.Waiting, out var main);
            _counted.Add(
                answer.Input == 0 && main is not null ? main.Counted with { Status = answer.Status } : new Counted(answer.Status, answer.Input, answer.Output));
        }

        _counted.AddRange(_around.Waiting.Where(wire => !claimed.Contains(wire)).Select(wire => wire.Counted));
        _around = outer;
        if (!isMarked)
        {
            outer.HasRequest = true;
            outer.HasAnswer |= answer.IsSuccess || answer.Came;
        }

        return answer with { IsCounted = true, HasCountedReply = false, HasCountedChunk = false, EndedBeyond = false, IsOriginal = isClient };
    }

    // Its reply holds that of its client, which is what comes out.
    Answer Agent(Tree tree, Func<Answer> run) => Layer(run, tree.Below[0], isClient: false) with { IsOriginal = true };

    // What is asked besides is asked for a whole reply.
    Answer Aside(Tree tree) => new Expected(streamed: false).Nested(this, tree);

    Answer Marked(Tree tree) => Layer(() => Aside(tree), tree, isMarked: true);

    Answer Unmarked(Tree tree) => Layer(() => Aside(tree), tree);

    Answer Nested(Expected outer, Tree tree)
    {
        Take(outer);
        _around = outer._around;
        var answer = Ask(tree, left: false);
        outer._counted.AddRange(_counted);
        outer.Take(this);
        return answer;
    }

    void Take(Expected other)
    {
        foreach (var (server, count) in other._asked)
        {
            _asked[server] = count;
        }
    }

    Answer Served(Tree server, bool left, Tools tools)
    {
        var before = _asked.GetValueOrDefault(server);
        _asked[server] = before + 1;
        var answer = new Answer("success", server.Input + before, server.Output + before, IsCounted: false)
        {
            CallsTool = tools == Tools.Offered,
            HasId = server.Kind != Kind.PlainServer,
            IsOriginal = true,
        };
        answer = server.Fault switch
        {
            Fault.Fails => Answer.Failure,
            Fault.FailsOnce when before == 0 => Answer.Failure,
            Fault.Waits or Fault.Cancelled => Answer.Cancelled,
            _ when left && !answer.CallsTool => answer.Left(), // The usage comes last.
            _ => answer,
        };
        if (!server.IsBehindHandler)
        {
            return answer;
        }

        var wire = new Wire(server, new Counted(answer.Status, answer.Input, answer.Output));
        _around.Waiting.Add(wire);
        return answer with { Wire = [wire], NamedBy = answer.HasId ? wire : null };
    }

    Answer Embedded(Tree tree, bool left, Tools tools)
    {
        _counted.Add(Counted.Success(Blocks.EmbeddingTokens, 0));
        return Ask(tree.Below[0], left, tools);
    }

    Answer Known(Tree cache, bool left, Tools tools)
    {
        if (!_asked.TryAdd(cache, 1))
        {
            return Ask(cache.Below[0], left, tools);
        }

        var known = new Answer("success", cache.Input, cache.Output, IsCounted: false) { HasId = true, IsOriginal = true, Cache = cache };
        return left ? known.Left() : known;
    }

    // Its agents' replies are one with the usage of both.
    Answer InTurn(Tree workflow)
    {
        var (first, second) = (Ask(workflow.Below[0], left: false), Ask(workflow.Below[1], left: false));
        return new Answer("success", first.Input + second.Input, first.Output + second.Output, first.IsCounted && second.IsCounted)
        {
            Wire = [.. first.Wire, .. second.Wire],
        };
    }

    // An exception of what was asked before comes out as it is: the request of the block was never made.
    Answer After(Answer before, Tree tree, bool left, Tools tools) =>
        before.IsSuccess ? Ask(tree.Below[0], left, tools) : before with { IsCounted = before.IsCounted, Input = 0, Output = 0, Came = false };

    Answer Checked(Tree tree, bool left, Tools tools)
    {
        var answer = Ask(tree.Below[0], left, tools);
        return !answer.IsSuccess ? answer : Marked(tree.Below[1]) is { IsSuccess: false } failed ? answer.EndedBy(failed, streamed) : answer;
    }

    // What has begun to go up is not asked for again.
    static Answer? Recovers(Answer answer) => answer.Status == "failure" && !answer.Came ? null : answer;

    static Answer Failover(Tree tree, Func<Tree, Answer> ask) => Recovers(ask(tree.Below[0])) is { } answered ? answered : ask(tree.Below[1]);

    Answer Both(Tree tree, bool left)
    {
        var (first, second) = (Aside(tree.Below[0]), Aside(tree.Below[1]));
        if (!first.IsSuccess || !second.IsSuccess)
        {
            return first.IsSuccess ? second : first;
        }

        var both = new Answer("success", first.Input + second.Input, first.Output + second.Output, first.IsCounted && second.IsCounted)
        {
            Wire = [.. first.Wire, .. second.Wire],
        };
        return left ? both.Left() with { IsCounted = first.IsCounted || second.IsCounted } : both;
    }

    Answer First(Tree tree, bool left)
    {
        var first = Aside(tree.Below[0]);
        Aside(tree.Below[1]);
        return (left ? first.Left() : first) with
        {
            IsOriginal = !streamed && first.IsOriginal,
            HasCountedReply = first.HasCountedReply && (!streamed || first.HasId),
            HasCall = false,
        };
    }

    Answer Looped(Tree tree, bool left, Tools tools)
    {
        var first = Read(tree, left, tools == Tools.Answered ? tools : Tools.Offered);
        if (!first.IsSuccess || !first.CallsTool)
        {
            return first.CallsTool ? Unread(first) : first;
        }

        first = first with { HasCall = true, Came = streamed };
        if (tree.Kind == Kind.AskingTool && Marked(tree.Below[1]) is { Status: "cancelled" } cancelled)
        {
            return first.EndedBy(cancelled, streamed) with { CallsTool = false };
        }

        var second = Ask(tree.Below[0], left, Tools.Answered) with { HasCall = true };
        if (!second.IsSuccess)
        {
            // What came is known, and whose it was.
            return !streamed ? second : second with
            {
                Input = first.Input,
                Output = first.Output,
                Came = true,
                HasId = true,
                NamedBy = first.NamedBy,
                Wire = [.. first.Wire, .. second.Wire],
                IsCounted = first.IsCounted || second.IsCounted,
            };
        }

        // Rounds of which only some are measured are one request above, unless what comes out is of a measured one.
        var named = streamed ? first : second;
        return second with
        {
            CallsTool = false,
            Input = first.Input + second.Input,
            Output = first.Output + second.Output,
            IsCounted = first.IsCounted && second.IsCounted,
            HasCountedReply = (second.IsCounted && second.IsOriginal) || (named.IsCounted && named.HasId),
            HasCountedChunk = streamed && first.IsCounted && first.IsOriginal,
            HasId = streamed || second.HasId,
            NamedBy = named.NamedBy,
            Wire = [.. first.Wire, .. second.Wire],
        };
    }

    // An agent invokes functions unless its client shows that it does.
    Answer Run(Tree agent, bool left) => ShowsLoop(agent.Below[0]) ? Ask(agent.Below[0], left) : Read(agent, left);

    static bool ShowsLoop(Tree tree) => tree.Kind is Kind.Loop or Kind.AskingTool || (ShowsWhatIsBelow(tree.Kind) && ShowsLoop(tree.Below[0]));

    // Function invocation reads ahead where it meets calls of tools: when its reader stops, the stream below has ended.
    Answer Read(Tree tree, bool left, Tools tools = Tools.None)
    {
        var below = tree.Below[0];
        if (!streamed || !Peek(below, left, tools).HasCall)
        {
            return Ask(below, left, tools);
        }

        var seen = Peek(below, left, tools);
        var answer = Ask(below, left: false, tools);
        return !answer.IsSuccess ? Unread(answer)
            : (left ? Seen(seen, answer) : answer) with { HasCall = false };
    }

    static Answer Seen(Answer seen, Answer answer) => seen with
    {
        IsCounted = answer.IsCounted,
        HasCountedReply = answer.HasCountedReply,
        HasCountedChunk = answer.HasCountedChunk,
        Wire = answer.Wire,
        NamedBy = answer.NamedBy,
    };

    static Answer Unread(Answer failed) => failed with { Input = 0, Output = 0, Came = false, CallsTool = false };

    Answer Peek(Tree tree, bool left, Tools tools)
    {
        var ahead = new Expected(streamed);
        ahead.Take(this);
        return ahead.Ask(tree, left, tools);
    }

    /// <summary>What is known around a request.</summary>
    sealed class Around
    {
        /// <summary>Whether something below may be the request.</summary>
        public bool HasRequest { get; set; }

        /// <summary>Whether something was answered by what may be the request.</summary>
        public bool HasAnswer { get; set; }

        /// <summary>The requests on the wire that wait to learn whose they are.</summary>
        public List<Wire> Waiting { get; } = [];

        /// <summary>Whether an answer without evidence is taken for what was counted below.</summary>
        public bool MayBe(Answer answer) =>
            (answer.EndedBeyond && (HasRequest || Waiting.Exists(wire => wire.IsSuccess)))
            || (answer is { Status: "cancelled", Came: true, HasId: false } && HasAnswer);
    }
}
