using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using CrossTier.Integration.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = OpenAI.Chat.ChatMessage;

namespace CrossTier.Integration.Tests;

/// <summary>The OpenAI SDK over real HTTP: what is recorded is what the server counted.</summary>
public sealed class OpenAIChatTests
{
    const string Provider = "openai-compatible";

    static readonly ChatMessage[] Hello = [new UserChatMessage("one two three")];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [AiCall]
    public async Task Every_form_of_a_chat_is_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 5, CachedInputTokens = 1, ReasoningTokens = 2 });
        var client = Clients.Chat(provider, "sdk-forms");
        ChatCompletion reply = await client.CompleteChatAsync(Hello, cancellationToken: Cancel);
        Assert.Equal("a simulated provider answers without", reply.Content[0].Text);
        await client.CompleteChatAsync(Hello);
        await client.CompleteChatAsync(new UserChatMessage("params"), new UserChatMessage("of two"));
        client.CompleteChat(Hello);
        client.CompleteChat(Hello, new ChatCompletionOptions(), Cancel);
        var protocol = await client.CompleteChatAsync(Body("sdk-forms"));
        Assert.Equal("sdk-forms", JsonDocument.Parse(protocol.GetRawResponse().Content).RootElement.GetProperty("model").GetString());
        client.CompleteChat(Body("sdk-forms"), new RequestOptions { CancellationToken = Cancel });
        Assert.Equal(5, await TextChunks(client.CompleteChatStreamingAsync(Hello)));
        Assert.Equal(5, await TextChunks(client.CompleteChatStreamingAsync(Hello, cancellationToken: Cancel)));
        Assert.Equal(5, client.CompleteChatStreaming(Hello).Count(update => update.ContentUpdate.Any(part => part.Text.Length > 0)));
        await ExpectAsync(provider, "sdk-forms", 10);
        Assert.Equal(3, Recorded.Of(Provider, "sdk-forms").FirstTokens);
        Assert.Equal(10, Recorded.Details(Provider, "sdk-forms", "cached_input"));
        Assert.Equal(20, Recorded.Details(Provider, "sdk-forms", "reasoning_output"));
    }

    [Fact]
    [AiCall]
    public async Task A_protocol_reply_that_is_not_buffered_is_left_alone()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider, "sdk-unbuffered");
        var reply = await client.CompleteChatAsync(Body("sdk-unbuffered"), new RequestOptions { BufferResponse = false });
        using var body = new StreamReader(reply.GetRawResponse().ContentStream!);
        Assert.Contains("\"usage\"", await body.ReadToEndAsync(Cancel));
        var recorded = Recorded.Of(Provider, "sdk-unbuffered");
        Assert.Equal((1, 0, 1), (recorded.Success, recorded.Input, recorded.UsageMissing));
    }

    [Fact]
    [AiCall]
    public async Task Calls_through_the_adapter_of_the_abstractions_are_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider, "sdk-adapter").AsIChatClient();
        await client.GetResponseAsync("one two");
        await foreach (var _ in client.GetStreamingResponseAsync("one two"))
        {
        }

        await ExpectAsync(provider, "sdk-adapter", 2);
        Assert.Equal(1, Recorded.Of(Provider, "sdk-adapter").FirstTokens);
    }

    [Fact]
    [AiCall("stated")]
    public async Task A_tool_call_is_a_first_token()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        var options = new ChatCompletionOptions { Tools = { ChatTool.CreateFunctionTool("weather") } };
        await foreach (var _ in Clients.Chat(provider, "sdk-tool").CompleteChatStreamingAsync(Hello, options, Cancel))
        {
        }

        Assert.Equal((1, 1), (Recorded.Of("stated", "sdk-tool").Success, Recorded.Of("stated", "sdk-tool").FirstTokens));
    }

    [Fact]
    [AiCall]
    public async Task A_reply_without_usage_is_missed()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { OmitUsage = true });
        var client = Clients.Chat(provider, "sdk-omitted");
        await client.CompleteChatAsync(Hello);
        await client.CompleteChatAsync(Body("sdk-omitted"));
        await TextChunks(client.CompleteChatStreamingAsync(Hello));
        var recorded = Recorded.Of(Provider, "sdk-omitted");
        Assert.Equal((3, 0, 3), (recorded.Success, recorded.Input, recorded.UsageMissing));
    }

    [Fact]
    public async Task A_stated_model_wins_over_the_client_and_the_client_over_the_reply()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { DatedReplyModel = true });
        await Stated(Clients.Chat(provider, "sdk-asked"));
        await Found(Clients.Chat(provider, "sdk-asked"));
        Assert.Equal(1, Recorded.Of("openai", "sdk-stated").Success);
        Assert.Equal(1, Recorded.Of(Provider, "sdk-asked").Success);
        Assert.Equal(0, Recorded.Of(Provider, "sdk-asked-2026-01-01").Requests);

        [AiCall("openai", "sdk-stated")]
        static Task Stated(ChatClient client) => client.CompleteChatAsync(Hello);

        [AiCall]
        static Task Found(ChatClient client) => client.CompleteChatAsync(Hello);
    }

    static async Task ExpectAsync(SimulatedProvider provider, string model, int requests)
    {
        var (counts, recorded) = (await provider.SettledAsync(Cancel), Recorded.Of(Provider, model));
        var tokens = counts.Tokens(model);
        Assert.Equal((requests, requests, 0, requests), (counts.Requests, recorded.Success, recorded.InFlight, recorded.Durations));
        Assert.Equal((tokens.Input, tokens.Output, 0), (recorded.Input, recorded.Output, recorded.UsageMissing));
        Assert.Equal(0, Recorded.QueueDepth(model, $"{provider.BaseAddress.Host}:{provider.BaseAddress.Port}"));
    }

    static async Task<int> TextChunks(AsyncCollectionResult<StreamingChatCompletionUpdate> stream)
    {
        var chunks = 0;
        await foreach (var update in stream)
        {
            chunks += update.ContentUpdate.Any(part => part.Text.Length > 0) ? 1 : 0;
        }

        return chunks;
    }

    static BinaryContent Body(string model) =>
        BinaryContent.Create(BinaryData.FromObjectAsJson(new { model, messages = new[] { new { role = "user", content = "one two" } } }));
}
