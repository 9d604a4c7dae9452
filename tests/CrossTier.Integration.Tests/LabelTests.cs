using CrossTier.Integration.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace CrossTier.Integration.Tests;

/// <summary>What an attribute leaves out is found at run time.</summary>
[AiCall]
public sealed class LabelTests
{
    [Fact]
    public async Task Provider_and_model_come_from_the_client()
    {
        await Ask(new FakeChatClient("groq", "label-default"));
        Assert.Equal(1, Recorded.Of("groq", "label-default").Success);
        await Ask(new FakeChatClient("openai", "label-vendor", new Uri("https://api.openai.com/v1")));
        Assert.Equal(1, Recorded.Of("openai", "label-vendor").Success);
        await Ask(new FakeChatClient("openai", "label-elsewhere", new Uri("http://gpu-7:8000/v1")));
        Assert.Equal((0, 1), (Recorded.Of("openai", "label-elsewhere").Success, Recorded.Of("openai-compatible", "label-elsewhere").Success));
        Assert.Equal(0, Recorded.QueueDepth("label-elsewhere", "gpu-7:8000"));
        await Ask(new FakeChatClient("openai", "label-ollama", new Uri("http://localhost:11434/v1")));
        Assert.Equal(1, Recorded.Of("ollama", "label-ollama").Success);
    }

    [Fact]
    public async Task The_model_that_a_request_asks_for_is_the_label()
    {
        IChatClient client = new FakeChatClient("groq", "label-client");
        await client.GetResponseAsync("text", new ChatOptions { ModelId = "label-asked" });
        await foreach (var _ in client.GetStreamingResponseAsync("text", new ChatOptions { ModelId = "label-asked" }))
        {
        }

        Assert.Equal((2, 0), (Recorded.Of("groq", "label-asked").Success, Recorded.Of("groq", "label-client").Requests));
    }

    [Fact]
    public async Task The_model_of_the_reply_moves_what_is_counted_and_not_the_gauges()
    {
        var release = new TaskCompletionSource();
        IChatClient client = new SlowClient(release.Task);
        var pending = client.GetResponseAsync("text");
        Assert.Equal((1, 0), (Recorded.Of("label slow", "unknown").InFlight, Recorded.Of("label slow", "unknown").Requests));
        release.SetResult();
        await pending;
        var (asked, replied) = (Recorded.Of("label slow", "unknown"), Recorded.Of("label slow", "label-replied"));
        Assert.Equal((0, 0, 0, 0), (asked.InFlight, asked.Requests, asked.Durations, asked.Input));
        Assert.Equal((0, 1, 1, 3), (replied.InFlight, replied.Requests, replied.Durations, replied.Input));
    }

    [Fact]
    public async Task One_line_of_code_labels_each_of_many_clients()
    {
        var clients = Enumerable.Range(0, 8).Select(i => new FakeChatClient("label many", "label-many-" + i)).ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(0, 800), async (i, _) => await Ask(clients[i % 8]));
        Assert.All(Enumerable.Range(0, 8), i => Assert.Equal(100, Recorded.Of("label many", "label-many-" + i).Success));
        Assert.Equal(["LabelTests.Ask"], Recorded.CallsOf("label many", "label-many-0"));
    }

    [Fact]
    public async Task A_client_of_the_SDK_whose_endpoint_is_not_the_vendors()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        await Clients.Chat(provider, "label-sdk").CompleteChatAsync("hello");
        Assert.Equal((0, 1), (Recorded.Of("openai", "label-sdk").Requests, Recorded.Of("openai-compatible", "label-sdk").Success));
        var derived = new DerivedClient(provider);
        await derived.CompleteChatAsync([new UserChatMessage("hello")]);
        Assert.Equal(1, Recorded.Of("openai-compatible", "label-derived").Success);
    }

    [Fact]
    public async Task A_client_whose_metadata_throws_is_called_all_the_same()
    {
        IChatClient client = new BrokenClient();
        Assert.NotNull(await client.GetResponseAsync("text"));
        Assert.Equal(1, Recorded.Of("unknown", "label-broken").Success);
    }

    static Task Ask(IChatClient client) => client.GetResponseAsync("text");

    sealed class SlowClient(Task release) : FakeChatClient("label slow", null), IChatClient
    {
        async Task<ChatResponse> IChatClient.GetResponseAsync(
            IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
            ChatOptions? options,
            CancellationToken cancellationToken)
        {
            await release;
            return new ChatResponse { ModelId = "label-replied", Usage = new() { InputTokenCount = 3 } };
        }
    }

    sealed class BrokenClient : FakeChatClient, IChatClient
    {
        object? IChatClient.GetService(Type serviceType, object? serviceKey) => throw new InvalidTimeZoneException();

        Task<ChatResponse> IChatClient.GetResponseAsync(
            IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
            ChatOptions? options,
            CancellationToken cancellationToken) =>
            Task.FromResult(new ChatResponse { ModelId = "label-broken" });
    }

    public sealed class DerivedClient(SimulatedProvider provider)
        : ChatClient("label-derived", new System.ClientModel.ApiKeyCredential("none"), new OpenAI.OpenAIClientOptions { Endpoint = provider.OpenAIAddress });
}
