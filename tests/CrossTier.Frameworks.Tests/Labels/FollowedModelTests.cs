using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OllamaSharp.Models;

namespace CrossTier.Frameworks.Tests.Labels;

/// <summary>The model of a client that changes it between its requests.</summary>
public sealed class FollowedModelTests
{
    static readonly (string, int)[] TwoOfEach = [("llama3.2", 2), ("qwen3", 2)];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Forms => ["generate", "chat", "stream", "client", "null-conditional"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_selected_model_of_a_known_client_is_that_of_each_request(string form)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { Models = ["llama3.2", "qwen3"] });
        using var client = new OllamaApiClient(provider.BaseAddress, "llama3.2");
        Assert.Equal(TwoOfEach, await Counted(async model =>
        {
            client.SelectedModel = model;
            await AskAsync(client, form);
        }));
    }

    [Fact]
    public async Task A_model_that_the_request_names_goes_first()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { Models = ["llama3.2", "qwen3"] });
        using var client = new OllamaApiClient(provider.BaseAddress, "llama3.2");
        Assert.Equal([("qwen3", 4)], await Counted(async model =>
        {
            client.SelectedModel = model;
            await NamedAsync(client, "qwen3");
        }));
    }

    [Fact]
    public async Task The_settable_model_of_an_API_of_your_own_is_that_of_each_request()
    {
        var client = new OwnApi();
        Assert.Equal(TwoOfEach, await Counted(async model =>
        {
            client.Model = model;
            await OwnAsync(client);
        }));
        var partial = new OwnPartial();
        Assert.Equal(TwoOfEach, await Counted(async model =>
        {
            partial.Model = model;
            await partial.AskAsync();
        }));
    }

    [Fact]
    public async Task A_getter_that_throws_leaves_the_call_as_it_is()
    {
        Assert.Equal([("unknown", 1)], await Counted(_ => ThrowingAsync(new ThrowingApi()), times: 1));
    }

    [Fact]
    public async Task Behind_an_interface_the_model_is_the_one_at_first_use()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { Models = ["llama3.2", "qwen3"] });
        using var client = new OllamaApiClient(provider.BaseAddress, "llama3.2");
        Assert.Equal([("llama3.2", 4)], await Counted(async model =>
        {
            client.SelectedModel = model;
            await InterfaceAsync(client);
        }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_alias_stays_whatever_its_replies_name(bool streamed)
    {
        var client = new NamedClient("assistant");
        Assert.Equal([("assistant", 4)], await Counted(model =>
        {
            client.ReplyModel = model;
            return InterfaceAsync(client, streamed);
        }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_names_no_model_has_that_of_each_reply(bool streamed)
    {
        var client = new NamedClient(model: null);
        Assert.Equal(TwoOfEach, await Counted(model =>
        {
            client.ReplyModel = model;
            return InterfaceAsync(client, streamed);
        }));
    }

    static async Task<(string, int)[]> Counted(Func<string, Task> ask, int times = 4)
    {
        var before = Tally.Now();
        for (var i = 0; i < times; i++)
        {
            await ask(TwoOfEach[i % 2].Item1);
        }

        return [.. Tally.Now().Since(before).RequestsBy("model").Select(one => (one.Key, (int)one.Value)).Order()];
    }

    [AiCall]
    static async Task AskAsync(OllamaApiClient client, string form)
    {
        switch (form)
        {
            case "generate":
                await client.GenerateAsync(new GenerateRequest { Prompt = "hello" }, Cancel).ToListAsync(Cancel);
                break;
            case "chat":
                await client.ChatAsync(new() { Messages = [new("user", "hello")] }, Cancel).ToListAsync(Cancel);
                break;
            case "stream":
                await client.GetStreamingResponseAsync("hello", cancellationToken: Cancel).ToListAsync(Cancel);
                break;
            case "client":
                await client.GetResponseAsync("hello", cancellationToken: Cancel);
                break;
            default:
                await (client?.GetResponseAsync("hello", cancellationToken: Cancel) ?? Task.FromResult<ChatResponse>(null!));
                break;
        }
    }

    [AiCall]
    static Task NamedAsync(OllamaApiClient client, string model) => client.GetResponseAsync("hello", new ChatOptions { ModelId = model }, Cancel);

    [AiCall]
    static async Task InterfaceAsync(IChatClient client, bool streamed = false) => _ = streamed
        ? (object)await client.GetStreamingResponseAsync("hello", cancellationToken: Cancel).ToListAsync(Cancel)
        : await client.GetResponseAsync("hello", cancellationToken: Cancel);

    [AiCall("own")]
    static Task<string> OwnAsync(OwnApi client) => client.AskAsync();

    [AiCall("own")]
    static Task<string> ThrowingAsync(ThrowingApi client) => client.AskAsync();
}
