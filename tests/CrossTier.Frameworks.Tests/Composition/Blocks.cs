using CrossTier.Frameworks.Tests.Composition.Programs;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>Builds the program that a tree describes.</summary>
static class Blocks
{
    public const int EmbeddingTokens = 7;

    const string Server = "http://server.test/";

    static int s_servers;

    static readonly ChatClientMetadata Metadata = new("fake", null, "hidden");

    /// <summary>What a client answers that shows nothing of what is behind it.</summary>
    public static object? GetService(IChatClient client, Type serviceType, object? serviceKey) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? Metadata
        : serviceType.IsInstanceOfType(client) ? client
        : null;

    static IChatClient Serve(Kind kind, Model model) => kind switch
    {
        Kind.HttpServer => new HttpServerClient(model, new CrossTierHandler(new WireHandler(model)), new Uri($"{Server}{Next()}/v1/chat/completions")),
        Kind.NestedHttpServer => new HttpServerClient(
            model,
            new CrossTierHandler(new CrossTierHandler(new WireHandler(model))),
            new Uri($"{Server}{Next()}/v1/chat/completions")),
        Kind.SocketServer => new HttpServerClient(model, new CrossTierHandler(RealServer.Network), RealServer.Serve(model)),
        Kind.SdkServer => new SdkServerClient(model, new Uri($"{Server}{Next()}/v1")),
        _ => new ServerClient(model),
    };

    static int Next() => Interlocked.Increment(ref s_servers);

    public static IChatClient Build(Tree tree, CancellationTokenSource stop)
    {
        var first = tree.Below.Length > 0 ? Build(tree.Below[0], stop) : null!;
        var second = tree.Below.Length > 1 ? Build(tree.Below[1], stop) : null!;
        IChatClient built = tree.Kind switch
        {
            _ when tree.IsServer => Serve(tree.Kind, new Model(tree, stop)),
            Kind.Forward => new ForwardingClient(first),
            Kind.Transform => new TransformingClient(first),
            Kind.Rewrite => new RewritingClient(first),
            Kind.SemanticCache => new SemanticCache(first, new Embedder()),
            Kind.OwnCache => new CachingClient(first, new UsageDetails { InputTokenCount = tree.Input, OutputTokenCount = tree.Output }),
            Kind.Guard or Kind.Router => new GuardedClient(first, second),
            Kind.BareGuard => new BareGuardedClient(first, second),
            Kind.Check => new CheckedClient(first, second),
            Kind.Summarise => new SummarisingClient(first),
            Kind.Failover => new FailoverClient(first, second),
            Kind.BareFailover => new BareFailoverClient(first, second),
            Kind.OrderedFailover => new OrderedFailoverChatClient([first, second]),
            Kind.Retry => new RetryingClient(first),
            Kind.FanOut => new FanOutClient(first, second),
            Kind.Hedge => new HedgingClient(first, second),
            Kind.Loop or Kind.AskingTool => new LoopClient(first, second),
            Kind.Partial or Kind.HelpedPartial => new PartialClient(first, second),
            Kind.Annotated => new AnnotatedClient(first),
            Kind.Agent or Kind.AgentWithMemory => new AgentClient(first, second),
            Kind.Workflow => new WorkflowClient(first, second),
            Kind.Prompt or Kind.PromptWithFunction => new KernelClient(first, second, tree.IsMeasured),
            _ => throw new ArgumentOutOfRangeException(nameof(tree)),
        };
        return tree.IsMeasured && tree.Kind is not (Kind.Prompt or Kind.PromptWithFunction) ? built.AsBuilder().UseCrossTier().Build() : built;
    }
}
