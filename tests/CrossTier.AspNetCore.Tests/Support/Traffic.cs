using System.ClientModel;
using System.ClientModel.Primitives;
using CrossTier.Samples.SimulatedProviders;
using OpenAI;
using OpenAI.Chat;

namespace CrossTier.Pages.Tests.Support;

/// <summary>Annotated calls of the OpenAI SDK over HTTP to a simulated local server and a simulated cloud.</summary>
sealed class Traffic : IAsyncDisposable
{
    readonly OpenAIClient _localClient;
    readonly OpenAIClient _cloudClient;

    Traffic(SimulatedProvider local, SimulatedProvider cloud) => (Local, Cloud, _localClient, _cloudClient) = (local, cloud, ClientOf(local), ClientOf(cloud));

    /// <summary>What is asked.</summary>
    public string Prompt { get; private init; } = "";

    public SimulatedProvider Local { get; }

    public SimulatedProvider Cloud { get; }

    public static async Task<Traffic> StartAsync(string prompt = "Where is my parcel?") => new(
        await SimulatedProvider.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(15), ReplyWords = 6 }),
        await SimulatedProvider.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(45), ReplyWords = 12, CachedInputTokens = 2 }))
    {
        Prompt = prompt,
    };

    [AiCall("ollama")]
    public async Task AskLocal(string model = "llama3.2") =>
        await Drain(_localClient.GetChatClient(model).CompleteChatStreamingAsync([new UserChatMessage(Prompt)]));

    [AiCall("openai")]
    public Task AskCloud(string model = "gpt-4o") => _cloudClient.GetChatClient(model).CompleteChatAsync([new UserChatMessage(Prompt)]);

    [AiCall("openai")]
    public async Task StreamCloud(string model = "gpt-4o") =>
        await Drain(_cloudClient.GetChatClient(model).CompleteChatStreamingAsync([new UserChatMessage(Prompt)]));

    /// <summary>A call whose caller has no patience.</summary>
    [AiCall("openai")]
    public async Task GiveUp(string model = "gpt-4o")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _cloudClient.GetChatClient(model)
            .CompleteChatAsync([new UserChatMessage(Prompt)], cancellationToken: patience.Token));
    }

    /// <summary>So many calls of each tier, a few at a time; failures are part of it.</summary>
    public Task RunAsync(int calls) => Parallel.ForAsync(0, calls, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (call, _) =>
    {
        await AskLocal(call % 3 == 0 ? "qwen2.5" : "llama3.2");
        try
        {
            await AskCloud(call % 4 == 0 ? "gpt-4o-mini" : "gpt-4o");
        }
        catch (ClientResultException)
        {
            // Counted as a failure: the simulated cloud was told to fail.
        }
    });

    public async ValueTask DisposeAsync()
    {
        await Local.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    static async Task Drain(AsyncCollectionResult<StreamingChatCompletionUpdate> reply)
    {
        await foreach (var _ in reply)
        {
        }
    }

    static OpenAIClient ClientOf(SimulatedProvider provider) =>
        new(new ApiKeyCredential("key"), new OpenAIClientOptions { Endpoint = provider.OpenAIAddress, RetryPolicy = new ClientRetryPolicy(0) });
}
