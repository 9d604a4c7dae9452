using CrossTier.Frameworks.Tests.Support;
using CrossTier.Http.Tests.Support;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace CrossTier.Http.Tests.Layers;

/// <summary>Below a layer that counts the handler counts attempts after the first, and nothing else.</summary>
public sealed class LayerTests
{
    public static TheoryData<int[]> Failures => new()
    {
        Array.Empty<int>(),
        new[] { 429 },
        new[] { 500, 503 },
        new[] { 408, 429, 500 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Retries_of_the_SDK_are_counted_below_an_annotated_call(int[] failures)
    {
        foreach (var ask in (Func<ChatClient, Task>[])[Assistant.Ask, client => Task.FromResult(Assistant.AskSync(client))])
        {
            await using var server = Attempts.Server(isStream: false, failures);
            var counted = await Counted.By(() => ask(Attempts.Sdk(server.Address)));

            Check(counted, server, failures.Length, "annotated acme stated");
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Retries_of_the_SDK_are_counted_below_an_annotated_stream(int[] failures)
    {
        await using var server = Attempts.Server(isStream: true, failures);

        var counted = await Counted.By(async () => Assert.Equal("hi", await Assistant.Stream(Attempts.Sdk(server.Address))));

        Check(counted, server, failures.Length, "annotated acme stated");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Retries_of_the_SDK_are_counted_below_the_middleware(int[] failures)
    {
        await using var server = Attempts.Server(isStream: false, failures);
        using var client = Attempts.Sdk(server.Address).AsIChatClient().AsBuilder().UseCrossTier().Build();

        var counted = await Counted.By(() => Unmeasured(client));

        Check(counted, server, failures.Length, "unknown openai-compatible gpt-4o");
    }

    [Fact]
    public async Task A_body_that_breaks_is_an_attempt_too()
    {
        await using var server = Attempts.Server(isStream: false, 0, 0);

        var counted = await Counted.By(() => Assistant.Ask(Attempts.Sdk(server.Address)));

        Check(counted, server, 2, "annotated acme stated");
    }

    [Fact]
    public async Task A_last_attempt_that_fails_is_one_failure()
    {
        await using var server = Attempts.Server(isStream: false, 429, 429, 429, 429);

        var counted = await Counted.By(() => Assert.ThrowsAnyAsync<Exception>(() => Assistant.Ask(Attempts.Sdk(server.Address, retries: 2))));

        Assert.Equal((0, 1, 0, 0, 0, 0), counted.Sums());
        Assert.Equal(2, counted.Retries());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_loop_by_hand_inside_a_partial_method_is_one_request()
    {
        await using var server = Attempts.Server(isStream: false, 503, 503);
        using var client = Clients.Measured(server.Address);

        var counted = await Counted.By(() => Assistant.AskByHand(client, attempts: 3));

        Check(counted, server, 2, "partial acme by-hand");
    }

    [Fact]
    public async Task What_a_partial_method_sends_beside_a_measured_call_is_counted()
    {
        await using var server = Attempts.Server(isStream: false);
        using var client = Clients.Measured(server.Address);

        var counted = await Counted.By(() => Assistant.AskBoth(Attempts.Sdk(server.Address), client));

        Assert.Equal((2, 0, 0, 14, 6, 0), counted.Sums());
        Assert.Equal(["both"], counted.RequestsBy("call").Keys);
        Assert.Equal(0, counted.Retries());
    }

    [Fact]
    public async Task Rounds_of_a_conversation_are_no_retries()
    {
        await using var server = await Samples.SimulatedProviders.SimulatedProvider.StartAsync(new() { ToolRounds = 3 });
        using var client = Attempts.Sdk(server.BaseAddress).AsIChatClient().AsBuilder().UseFunctionInvocation().Build();

        var counted = await Counted.By(() => Loop(client, () => "noon"));

        Assert.Equal(1, counted.Requests);
        Assert.Equal(4, (await server.SettledAsync()).Requests);
        Assert.Equal(0, counted.Retries());
    }

    [Fact]
    public async Task What_a_tool_sends_by_hand_is_a_request_of_its_own()
    {
        await using var server = await Samples.SimulatedProviders.SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        using var byHand = Clients.Measured(server.BaseAddress, name: "tool");
        using var client = Attempts.Sdk(server.BaseAddress).AsIChatClient().AsBuilder().UseFunctionInvocation().Build();

        var counted = await Counted.By(() => Loop(client, () =>
        {
            using var reply = byHand.Send(Clients.Chat("inner"));
            return "noon";
        }));

        Assert.Equal(
            new Dictionary<string, long> { ["loop gpt-4o"] = 1, ["tool inner"] = 1 },
            counted.RequestsBy("call", "model").OrderBy(entry => entry.Key).ToDictionary());
        Assert.Equal(0, counted.Retries());
    }

    [Fact]
    public async Task Without_a_layer_above_each_attempt_of_an_SDK_is_a_request()
    {
        await using var server = Attempts.Server(isStream: false, 429, 500);

        var counted = await Counted.By(() => Assistant.AskUnmeasured(Attempts.Sdk(server.Address)));

        Assert.Equal((1, 2, 0, 7, 3, 0), counted.Sums());
        Assert.Equal(["openai-compatible gpt-4o"], counted.RequestsBy("provider", "model").Keys);
    }

    static void Check(Tally counted, RawServer server, int retries, string labels)
    {
        Assert.Equal((1, 0, 0, 7, 3, 0), counted.Sums());
        Assert.Equal([labels], counted.RequestsBy("call", "provider", "model").Keys);
        Assert.Equal(retries, counted.Retries());
        Assert.Equal(retries + 1, server.Requests.Count);
        Assert.Null(counted.Error());
    }

    [AiCall(Name = "loop")]
    static Task Loop(IChatClient client, Func<string> tool) =>
        client.GetResponseAsync("time?", new ChatOptions { Tools = [AIFunctionFactory.Create(tool, "clock")] });

    [AiIgnore("the middleware measures it")]
    static Task Unmeasured(IChatClient client) => client.GetResponseAsync("hello");
}
