using System.ClientModel;
using CrossTier.Samples.SimulatedProviders;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace CrossTier.SimulatedProviders.Tests;

public sealed class OpenAITests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chat_tells_the_client_what_the_server_counted()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 5, CachedInputTokens = 2, ReasoningTokens = 7 });
        ChatCompletion reply = await Clients.Chat(provider).CompleteChatAsync([new UserChatMessage("one two three four")], cancellationToken: Cancel);

        Assert.Equal("a simulated provider answers without", reply.Content[0].Text);
        Assert.Equal("gpt-4o", reply.Model);
        Assert.Equal("fp_simulated", reply.SystemFingerprint);
        Assert.Equal(ChatFinishReason.Stop, reply.FinishReason);
        Assert.Equal((4, 12, 16), (reply.Usage.InputTokenCount, reply.Usage.OutputTokenCount, reply.Usage.TotalTokenCount));
        Assert.Equal((2, 7), (reply.Usage.InputTokenDetails.CachedTokenCount, reply.Usage.OutputTokenDetails.ReasoningTokenCount));

        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal(new TokenCounts(4, 12, CachedInput: 2, Reasoning: 7), counts.Tokens("gpt-4o"));
        Assert.Equal((1, 1, 0), (counts.Requests, counts.WithStatus(200), counts.CompletedStreams));
    }

    [Fact]
    public async Task A_stream_begins_with_the_role_and_ends_with_the_usage()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 3, DatedReplyModel = true });
        List<StreamingChatCompletionUpdate> updates = [];
        await foreach (var update in Clients.Chat(provider).CompleteChatStreamingAsync([new UserChatMessage("one two")], cancellationToken: Cancel))
        {
            updates.Add(update);
        }

        Assert.Equal(ChatMessageRole.Assistant, updates[0].Role);
        Assert.Equal("a simulated provider", string.Concat(updates.SelectMany(u => u.ContentUpdate).Select(part => part.Text)));
        Assert.Equal(ChatFinishReason.Stop, Assert.Single(updates, u => u.FinishReason is not null).FinishReason);
        Assert.All(updates, u => Assert.Equal("gpt-4o-2026-01-01", u.Model));
        var usage = Assert.Single(updates, u => u.Usage is not null).Usage;

        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal(counts.Tokens("gpt-4o"), new TokenCounts(usage.InputTokenCount, usage.OutputTokenCount));
        Assert.Equal(new TokenCounts(2, 3), counts.Tokens("gpt-4o"));
        Assert.Equal((1, 0, 0), (counts.CompletedStreams, counts.AbortedStreams, counts.WithoutUsage));
    }

    [Fact]
    public async Task Embeddings_come_for_each_input_and_are_the_same_each_time()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.OpenAI(provider).GetEmbeddingClient("embed-small");
        OpenAIEmbeddingCollection first = await client.GenerateEmbeddingsAsync(["one two", "three"], new() { Dimensions = 4 }, Cancel);
        OpenAIEmbeddingCollection again = await client.GenerateEmbeddingsAsync(["one two", "three"], new() { Dimensions = 4 }, Cancel);

        Assert.Equal(2, first.Count);
        Assert.Equal(4, first[0].ToFloats().Length);
        Assert.Equal(first[1].ToFloats().ToArray(), again[1].ToFloats().ToArray());
        Assert.NotEqual(first[0].ToFloats().ToArray(), first[1].ToFloats().ToArray());
        Assert.Equal(3, first.Usage.InputTokenCount);
        Assert.Equal(new TokenCounts(6, 0), (await provider.SettledAsync(Cancel)).Tokens("embed-small"));
    }

    [Fact]
    public async Task A_429_reaches_the_caller_once_without_retries_and_is_retried_with_them()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var refused = await Assert.ThrowsAsync<ClientResultException>(() => Clients.Chat(provider, "gpt-4o@429")
            .CompleteChatAsync([new UserChatMessage("hi")], cancellationToken: Cancel));
        Assert.Equal(429, refused.Status);
        Assert.Contains("rate_limit_exceeded", refused.Message);
        Assert.Equal(1, (await provider.SettledAsync(Cancel)).WithStatus(429));

        provider.Options.ErrorRate = 0.5;
        var (chat, statuses) = (Clients.Chat(provider, retries: 2), new List<int>());
        for (var i = 0; i < 3; i++) await chat.CompleteChatAsync([new UserChatMessage("hi")], cancellationToken: Cancel);
        statuses.AddRange((await provider.SettledAsync(Cancel)).Log.Skip(1).Select(entry => entry.Status));
        Assert.Equal([200, 500, 200, 500, 200], statuses);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tool_is_called_until_the_conversation_holds_enough_results(bool stream)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1, ToolArguments = """{"city": "Rome"}""" });
        var options = new ChatCompletionOptions { Tools = { ChatTool.CreateFunctionTool("weather"), ChatTool.CreateFunctionTool("other") } };
        List<ChatMessage> conversation = [new UserChatMessage("how is it")];

        var call = await ToolCallAsync(Clients.Chat(provider), conversation, options, stream);
        Assert.Equal(("weather", """{"city": "Rome"}"""), (call.Name, call.Arguments));
        Assert.Equal(new TokenCounts(3, 3), (await provider.SettledAsync(Cancel)).Tokens("gpt-4o"));

        conversation.Add(new AssistantChatMessage([ChatToolCall.CreateFunctionToolCall(call.Id, call.Name, BinaryData.FromString(call.Arguments))]));
        conversation.Add(new ToolChatMessage(call.Id, "sunny"));
        ChatCompletion reply = await Clients.Chat(provider).CompleteChatAsync(conversation, options, Cancel);
        Assert.Equal(ChatFinishReason.Stop, reply.FinishReason);
        Assert.Empty(reply.ToolCalls);
    }

    [Fact]
    public async Task Models_are_listed()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { Models = ["m1", "m2"] });
        var models = await Clients.OpenAI(provider).GetOpenAIModelClient().GetModelsAsync(Cancel);
        Assert.Equal(["m1", "m2"], models.Value.Select(model => model.Id));
    }

    static async Task<(string Id, string Name, string Arguments)> ToolCallAsync(
        ChatClient client,
        List<ChatMessage> conversation,
        ChatCompletionOptions options,
        bool stream)
    {
        if (!stream)
        {
            ChatCompletion reply = await client.CompleteChatAsync(conversation, options, Cancel);
            Assert.Equal(ChatFinishReason.ToolCalls, reply.FinishReason);
            var whole = Assert.Single(reply.ToolCalls);
            return (whole.Id, whole.FunctionName, whole.FunctionArguments.ToString());
        }

        List<StreamingChatToolCallUpdate> pieces = [];
        await foreach (var update in client.CompleteChatStreamingAsync(conversation, options, Cancel)) pieces.AddRange(update.ToolCallUpdates);
        return (pieces[0].ToolCallId, pieces[0].FunctionName, string.Concat(pieces.Select(p => p.FunctionArgumentsUpdate.ToString())));
    }
}
