using System.ClientModel;
using System.ClientModel.Primitives;
using CrossTier.HybridGateway.Tests.Support;
using OpenAI;
using OpenAI.Chat;

namespace CrossTier.HybridGateway.Tests;

/// <summary>The OpenAI SDK for .NET as the gateway's client.</summary>
public sealed class OpenAISdkTests
{
    [Fact]
    public async Task It_reads_replies_streams_embeddings_and_models()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = Client(gateway);
        Assert.Equal(["both", "desk", "far"], (await client.GetOpenAIModelClient().GetModelsAsync()).Value.Select(model => model.Id));
        Assert.Equal("both", (await client.GetOpenAIModelClient().GetModelAsync("both")).Value.Id);

        var chat = client.GetChatClient("both");
        var whole = await chat.CompleteChatAsync("three short words");
        Assert.Equal("a simulated provider answers without key or network", whole.Value.Content[0].Text);
        Assert.Equal((3, 8), (whole.Value.Usage.InputTokenCount, whole.Value.Usage.OutputTokenCount));
        Assert.True(whole.GetRawResponse().Headers.TryGetValue("x-crosstier-tier", out var tier));
        Assert.Equal("local", tier);

        var (text, usage) = ("", (ChatTokenUsage?)null);
        await foreach (var update in chat.CompleteChatStreamingAsync("three short words"))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
            usage = update.Usage ?? usage;
        }

        Assert.Equal(("a simulated provider answers without key or network", 8), (text, usage!.OutputTokenCount));
        Assert.Equal(8, (await client.GetEmbeddingClient("both").GenerateEmbeddingAsync("text")).Value.ToFloats().Length);
        Assert.Equal(new(3, 0, 0), await gateway.CountedAsync(gateway.LocalProvider));
        var upstream = await gateway.Local.SettledAsync();
        var page = await gateway.PageAsync();
        Assert.Equal(upstream.Tokens("small").Input, page.Sum("ai_gateway_tokens_total", $"provider={gateway.LocalProvider}", "direction=input"));
        Assert.Equal(upstream.Tokens("small").Output, page.Sum("ai_gateway_tokens_total", $"provider={gateway.LocalProvider}", "direction=output"));
        Assert.Equal(0, page.Sum("ai_gateway_usage_missing_total", $"provider={gateway.LocalProvider}"));
        Assert.Equal(1, page.Sum("ai_gateway_time_to_first_token_seconds_count", $"provider={gateway.LocalProvider}"));
    }

    [Fact]
    public async Task It_tells_an_unknown_model()
    {
        await using var gateway = await TestGateway.StartAsync();
        var unknown = await Assert.ThrowsAsync<ClientResultException>(() => Client(gateway).GetChatClient("nothing").CompleteChatAsync("words"));
        Assert.Equal(404, unknown.Status);
        Assert.Contains("model_not_found", unknown.Message);
    }

    [Fact]
    public async Task Its_retries_reach_a_gateway_whose_upstreams_recover()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Cloud.Options.ErrorRate = 0.5; // Each second one.
        gateway.Cloud.Options.ErrorStatus = 503;
        var chat = Client(gateway, retries: 2).GetChatClient("far");
        for (var i = 0; i < 2; i++)
        {
            Assert.NotEmpty((await chat.CompleteChatAsync("words")).Value.Content);
        }

        Assert.Equal(new(2, 1, 0), await gateway.CountedAsync(gateway.CloudProvider));
    }

    [Fact]
    public async Task A_stream_that_breaks_has_no_finish_reason_for_this_SDK_reads_no_error_events()
    {
        using var cut = new RawUpstream(
            RawUpstream.CutStream(
                "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"small\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"half\"},\"finish_reason\":null}]}\n\ndata: {\"cho"));
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Local = settings.Local with { BaseUrl = cut.BaseUrl } });
        var (text, finish) = ("", (ChatFinishReason?)null);
        var thrown = await Record.ExceptionAsync(async () =>
        {
            await foreach (var update in Client(gateway).GetChatClient("both").CompleteChatStreamingAsync("words"))
            {
                text += string.Concat(update.ContentUpdate.Select(part => part.Text));
                finish = update.FinishReason ?? finish;
            }
        });
        Assert.Equal(("half", null, null), (text, finish, thrown?.ToString()));
    }

    [Fact]
    public async Task What_the_gateway_does_not_know_passes_through()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Local.Options.ToolRounds = 1;
        var chat = Client(gateway).GetChatClient("both");
        var reply = await chat.CompleteChatAsync([new UserChatMessage("what time is it — “now”, 今?")], new ChatCompletionOptions
        {
            Tools = { ChatTool.CreateFunctionTool("clock", "tells the time") },
            MaxOutputTokenCount = 7,
        });
        Assert.Equal("clock", reply.Value.ToolCalls.Single().FunctionName);

        await foreach (var update in chat.CompleteChatStreamingAsync(
            [new UserChatMessage("and now")],
            new ChatCompletionOptions { Tools = { ChatTool.CreateFunctionTool("clock") } }))
        {
        }

        // A tool call is a first token.
        Assert.Equal(1, (await gateway.PageAsync()).Sum("ai_gateway_time_to_first_token_seconds_count", $"provider={gateway.LocalProvider}"));
    }

    static OpenAIClient Client(TestGateway gateway, int retries = 0) =>
        new(
            new ApiKeyCredential("none"),
            new OpenAIClientOptions { Endpoint = new Uri(gateway.Gateway.Address, "v1"), RetryPolicy = new ClientRetryPolicy(retries) });
}
