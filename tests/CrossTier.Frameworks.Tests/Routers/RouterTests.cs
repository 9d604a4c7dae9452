using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Routers;

/// <summary>Routers and failover clients of Microsoft.Extensions.AI, annotated and with middleware on their members.</summary>
public sealed class RouterTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Kinds => new()
    {
        { "failover", false }, { "failover", true }, { "semantic", false }, { "semantic", true }, { "callback", false }, { "callback", true },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task With_the_middleware_on_its_members_each_attempt_counts_under_its_provider(string kind, bool streamed)
    {
        var (first, second) = (new MemberClient("alpha", "small"), new MemberClient("beta", "big"));
        using var router = Of(kind, Measured(first), Measured(second));
        var counted = await CountedAsync(() => AskAsync(router, streamed));
        Assert.Equal(new() { ["alpha small success"] = 1 }, counted.RequestsBy("provider", "model", "status"));
        Assert.Equal((3, 2), (counted.Input, counted.Output));
        Assert.Equal(["RouterTests.AskAsync"], counted.RequestsBy("call").Keys);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failed_attempt_and_the_one_after_it_count_once_each(bool streamed)
    {
        var (first, second) = (new MemberClient("alpha", "small") { Fails = true }, new MemberClient("beta", "big"));
        using var router = Of("failover", Measured(first), Measured(second));
        var counted = await CountedAsync(() => AskAsync(router, streamed));
        Assert.Equal(new() { ["alpha small failure"] = 1, ["beta big success"] = 1 }, counted.RequestsBy("provider", "model", "status"));

        second.Fails = true;
        counted = await CountedAsync(() => Assert.ThrowsAnyAsync<Exception>(() => AskAsync(router, streamed)));
        Assert.Equal(new() { ["alpha small failure"] = 1, ["beta big failure"] = 1 }, counted.RequestsBy("provider", "model", "status"));

        second.Fails = first.Fails = false;
        counted = await CountedAsync(() => Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(router, streamed, new CancellationToken(true))));
        Assert.Equal(counted.Requests, counted.Cancelled);
        Assert.InRange(counted.Requests, 0, 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_it_the_call_above_is_one_request_of_the_model_that_answered(string kind, bool streamed)
    {
        var (first, second) = (new MemberClient("alpha", "small"), new MemberClient("beta", "big"));
        using var router = Of(kind, first, second);
        var counted = await CountedAsync(() => AskAsync(router, streamed));
        Assert.Equal(new() { ["unknown small success"] = 1 }, counted.RequestsBy("provider", "model", "status"));

        first.Fails = true;
        if (kind == "failover")
        {
            counted = await CountedAsync(() => AskAsync(router, streamed));
            Assert.Equal(new() { ["big success"] = 1 }, counted.RequestsBy("model", "status"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_semantic_router_embeds_is_a_request_beside_the_one_that_it_routes(bool streamed)
    {
        var embedder = new WordEmbedder().AsBuilder().UseCrossTier().Build();
        using var router = Semantic(embedder, Measured(new MemberClient("alpha", "small")), Measured(new MemberClient("beta", "big")));
        await AskAsync(router, streamed); // Embeds its profiles once.
        var counted = await CountedAsync(() => AskAsync(router, streamed));
        Assert.Equal(1, counted.RequestsBy("provider")["alpha"]);
        Assert.Equal(2, counted.Success);
    }

    static async Task<Tally> CountedAsync(Func<Task> ask)
    {
        var before = Tally.Now();
        await ask();
        var counted = Tally.Now().Since(before);
        Assert.Equal(before.InFlight, counted.InFlight);
        return counted;
    }

    [AiCall]
    static async Task AskAsync(IChatClient client, bool streamed, CancellationToken cancellation = default)
    {
        if (!streamed)
        {
            await client.GetResponseAsync("hello", cancellationToken: cancellation);
            return;
        }

        await foreach (var _ in client.GetStreamingResponseAsync("hello", cancellationToken: cancellation))
        {
        }
    }

    static IChatClient Measured(IChatClient client) => client.AsBuilder().UseCrossTier().Build();

    static IChatClient Of(string kind, IChatClient first, IChatClient second) => kind switch
    {
        "failover" => new OrderedFailoverChatClient([first, second]),
        "semantic" => Semantic(new WordEmbedder(), first, second),
        _ => new FirstChatClient(first),
    };

    static SemanticRoutingChatClient Semantic(IEmbeddingGenerator<string, Embedding<float>> embedder, IChatClient first, IChatClient second) =>
        new(embedder, new Dictionary<IChatClient, IReadOnlyList<string>> { [first] = ["hello"], [second] = ["other"] }, first);
}
