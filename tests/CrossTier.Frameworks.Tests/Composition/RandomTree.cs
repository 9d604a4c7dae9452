using CsCheck;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>Draws programs.</summary>
sealed class RandomTree : Gen<Asked>
{
    const int MaxDepth = 4;

    static readonly Kind[] Kinds = [.. Enum.GetValues<Kind>().Where(kind => !new Tree(kind, false, 0, Fault.None, []).IsServer)];

    public override Asked Generate(PCG pcg, Size? min, out Size size)
    {
        var streamed = Next(2) == 0;
        var abandoned = streamed && Next(3) == 0;
        var faults = Next(3);
        var drawn = 0;
        var tree = Any(MaxDepth, isOuter: true);
        if (faults == 2 && !HasRace(tree))
        {
            var (index, seen) = (Next(Servers(tree)), 0);
            tree = Replace(tree, at => at.IsServer && seen++ == index ? Stopping(at) : at);
        }

        size = new Size((ulong)Count(tree));
        return new Asked(tree, streamed, abandoned, Next(2) == 0);

        int Next(int end) => (int)pcg.Next((uint)end);

        // What is left over a socket may have been read further.
        Kind AnyServer() => Next(11) switch
        {
            0 or 1 => Kind.PlainServer,
            2 => Kind.HttpServer,
            3 => Kind.NestedHttpServer,
            4 when !abandoned && Next(4) == 0 => Kind.SocketServer,
            5 => Kind.SdkServer,
            _ => Kind.Server,
        };

        Tree Any(int depth, bool isOuter = false)
        {
            if (depth == 0 || (!isOuter && Next(4) == 0))
            {
                var fault = faults != 1 || Next(3) != 0 ? Fault.None : Next(2) == 0 ? Fault.Fails : Fault.FailsOnce;
                return Server(AnyServer(), fault);
            }

            var block = Kinds[Next(Kinds.Length)];
            if (block == Kind.Workflow)
            {
                return Workflow();
            }

            var first = Any(depth - 1);
            var built = block switch
            {
                Kind.Hedge => Tree.Of(block, first, Server(Kind.Server, Fault.Waits)),
                Kind.OwnCache => Tree.Of(block, first) with { Input = Tokens() },
                _ when HasTwo(block) => Tree.Of(block, first, Any(Next(depth))),
                _ => Tree.Of(block, first),
            };
            return built with { IsMeasured = Next(4) == 0 };
        }

        Tree Server(Kind kind, Fault fault) => Tree.Server(Tokens(), fault, Next(3) == 0, kind);

        // The sums of any of these differ, also when each has been asked a few times.
        int Tokens() => 64 << (2 * (drawn++ % 12));

        // A workflow that is left, or whose agent is cancelled, goes on behind: its outcome is not certain.
        Tree Workflow()
        {
            var (kind, isMeasured) = (Next(2) == 0 ? Kind.Server : Kind.HttpServer, Next(2) == 0);
            var (first, second) = (Tree.Server(Tokens(), measured: isMeasured, kind: kind), Tree.Server(Tokens(), measured: isMeasured, kind: kind));
            return Tree.Of(abandoned ? Kind.FanOut : Kind.Workflow, first, second);
        }
    }

    static Tree Replace(Tree tree, Func<Tree, Tree> by) => by(tree with { Below = [.. tree.Below.Select(below => Replace(below, by))] });

    static int Servers(Tree tree) => (tree.IsServer ? 1 : 0) + tree.Below.Sum(Servers);

    static int Count(Tree tree) => 1 + tree.Below.Sum(Count);

    static Tree Stopping(Tree server) =>
        server with { Fault = Fault.Cancelled, Kind = server.Kind == Kind.SocketServer ? Kind.HttpServer : server.Kind };

    // Of two that are asked at once either may come first: a cancellation in one has no certain outcome.
    static bool HasRace(Tree tree) => tree.Kind is Kind.FanOut or Kind.Hedge or Kind.Workflow || tree.Below.Any(HasRace);

    /// <summary>Whether a block stands on two.</summary>
    public static bool HasTwo(Kind kind) =>
        kind is Kind.Hedge
            or Kind.Guard or Kind.BareGuard or Kind.Check or Kind.Router or Kind.Failover or Kind.BareFailover or Kind.OrderedFailover or Kind.FanOut
            or Kind.AskingTool or Kind.HelpedPartial or Kind.AgentWithMemory or Kind.PromptWithFunction or Kind.Workflow;
}
