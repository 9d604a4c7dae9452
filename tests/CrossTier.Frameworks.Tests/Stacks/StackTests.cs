using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using OllamaSharp;

namespace CrossTier.Frameworks.Tests.Stacks;

/// <summary>Shapes of real programs in which layers meet.</summary>
public sealed class StackTests
{
    [Fact]
    public async Task A_tool_that_calls_a_second_agent_is_a_boundary()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        var second = Clients.Chat(provider, "second");
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(async () => (await Assistants.SecondAsync(second)).Text, "ask")] };
        var counted = await Measure.Of(
            provider,
            () => Assistants.FirstAsync(Clients.Chat(provider, "first").AsBuilder().UseFunctionInvocation().Build(), options),
            requests: 2);
        Assert.Equal(new() { ["Assistants.FirstAsync first"] = 1, ["Assistants.SecondAsync second"] = 1 }, counted.RequestsBy("call", "model"));
    }

    [Fact]
    public async Task Agents_nest_below_a_shared_middleware()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        var shared = Clients.Chat(provider).AsBuilder().UseFunctionInvocation().UseCrossTier().Build();
        var inner = new ChatOptions { Tools = [AIFunctionFactory.Create(async () => (await Assistants.SecondAsync(shared)).Text, "innermost")] };
        var outer = new ChatOptions { Tools = [AIFunctionFactory.Create(async () => (await shared.GetResponseAsync("six", inner)).Text, "inner")] };
        var counted = await Measure.Of(provider, () => Assistants.FirstAsync(shared, outer));
        Assert.Equal(new() { ["Assistants.FirstAsync"] = 2, ["unknown"] = 2, ["Assistants.SecondAsync"] = 1 }, counted.RequestsBy("call"));
    }

    [Fact]
    public async Task A_helper_of_a_hand_written_half_counts_in_its_place()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var counted = await Measure.Of(provider, () => new Scopes(Clients.Chat(provider)).HelpedAsync());
        Assert.Equal(new() { ["Scopes.HelpedAsync openai-compatible gpt-4o"] = 1 }, counted.RequestsBy("call", "provider", "model"));
    }

    [Fact]
    public async Task Calls_at_once_inside_one_scope_are_all_counted()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var counted = await Measure.Of(provider, () => new Scopes(Clients.Chat(provider)).ManyAsync());
        Assert.Equal(new() { ["Scopes.ManyAsync"] = 5 }, counted.RequestsBy("call"));
        counted = await Measure.Of(provider, () => Assistants.BothAtOnceAsync(Clients.Chat(provider)));
        Assert.Equal(new() { ["Assistants.BothAtOnceAsync"] = 2 }, counted.RequestsBy("call"));
    }

    [Fact]
    public async Task A_worker_that_outlives_its_scope_gets_nothing_from_it()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var scopes = new Scopes(Clients.Chat(provider));
        var before = Tally.Now();
        await scopes.WithWorkerAsync();
        scopes.Go.SetResult();
        await scopes.Worker!;
        var counted = Tally.Now().Since(before);
        Assert.Equal(
            new() { ["Scopes.WithWorkerAsync acme anvil"] = 1, ["Assistants.SecondAsync openai-compatible gpt-4o"] = 1 },
            counted.RequestsBy("call", "provider", "model"));
        Assert.Equal((10, 13, 0), (counted.Input, counted.Output, counted.InFlight));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_router_with_changed_arguments_is_one_request(bool measured, bool tells)
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = measured ? Clients.Chat(provider).AsBuilder().UseCrossTier().Build() : Clients.Chat(provider);
        var router = new RouterClient(client) { Tells = tells };
        var counted = await Measure.Of(provider, () => Assistants.FirstAsync(router));
        Assert.Equal(new() { ["Assistants.FirstAsync gpt-4o"] = 1 }, counted.RequestsBy("call", "model"));
        counted = await Measure.Of(provider, async () => await Assistants.Stream(router).ToChatResponseAsync());
        Assert.Equal(new() { ["Assistants.Stream gpt-4o"] = 1 }, counted.RequestsBy("call", "model"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Local_fails_and_cloud_answers_under_one_annotation(bool measured)
    {
        await using var provider = await SimulatedProvider.StartAsync();
        IChatClient local = new OllamaApiClient(provider.BaseAddress, "llama3.2@500");
        var cloud = Clients.Chat(provider);
        var router = measured
            ? new RouterClient(local.AsBuilder().UseCrossTier().Build(), cloud.AsBuilder().UseCrossTier().Build())
            : new RouterClient(local, cloud);
        var counted = await Measure.Of(provider, () => Assistants.LocalFirstAsync(router));
        Assert.Equal(
            new()
            {
                // What is stated holds at its own call, not over the clients that the router asks: they are known.
                ["Assistants.LocalFirstAsync ollama llama3.2@500 failure"] = 1,
                ["Assistants.LocalFirstAsync openai-compatible gpt-4o success"] = 1,
            },
            counted.RequestsBy("call", "provider", "model", "status"));
    }

    [Fact]
    public async Task A_middleware_registered_after_the_first_calls_takes_over()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider);
        await Measure.Of(provider, () => Assistants.FirstAsync(client));
        var measured = client.AsBuilder().UseCrossTier().Build();
        var counted = await Measure.Of(provider, () => Assistants.FirstAsync(measured));
        Assert.Equal(new() { ["Assistants.FirstAsync"] = 1 }, counted.RequestsBy("call"));
        await Measure.Of(provider, () => Assistants.FirstAsync(client));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_is_counted_where_it_is_read_whoever_made_it(bool measured)
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = measured ? Clients.Chat(provider).AsBuilder().UseCrossTier().Build() : Clients.Chat(provider);
        var stream = Assistants.Stream(client);
        await Measure.Of(provider, () => Task.CompletedTask);
        var counted = await Measure.Of(provider, async () => await stream.ToChatResponseAsync());
        Assert.Equal(new() { ["Assistants.Stream"] = 1 }, counted.RequestsBy("call"));

        // Opened inside a scope and read after its end: the scope's opener has handed it on.
        counted = await Measure.Of(provider, async () => await (await new Scopes(client).OpenedAsync()).ToChatResponseAsync());
        Assert.Equal(new() { ["Scopes.OpenedAsync"] = 1 }, counted.RequestsBy("call"));

        // A stream that is read twice is two requests.
        await Measure.Of(provider, async () =>
        {
            await stream.ToChatResponseAsync();
            await stream.ToChatResponseAsync();
        });
    }

    [Fact]
    public async Task What_a_call_leaves_behind_is_not_ambient()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider).AsBuilder().UseCrossTier().Build();
        var counted = await Measure.Of(provider, async () =>
        {
            var pending = Assistants.FirstAsync(client);
            await client.GetResponseAsync("not annotated, while the other call runs");
            await pending;
            await Assert.ThrowsAsync<ArgumentNullException>(() => Assistants.FirstAsync(new ThrowingClient(client)));
            await client.GetResponseAsync("not annotated");
        }, requests: 4);
        Assert.Equal(new() { ["Assistants.FirstAsync"] = 2, ["unknown"] = 2 }, counted.RequestsBy("call"));
        Assert.Equal(1, counted.Failure);
        Assert.Equal(new() { ["other"] = 1 }, counted.By(MetricDefinitions.Errors, "error"));
    }

    /// <summary>Throws in the frame of its caller, and hides what it could have asked.</summary>
    sealed class ThrowingClient(IChatClient inner) : DelegatingChatClient(inner)
    {
        public override Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) =>
            throw new ArgumentNullException(nameof(messages));

        public override object? GetService(Type serviceType, object? serviceKey = null) => null;
    }
}
