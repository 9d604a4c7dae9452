using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.Inference;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using OpenAI.Chat;
using GenerateRequest = OllamaSharp.Models.GenerateRequest;
using Messages = Anthropic.Models.Messages;

namespace CrossTier.Sdks.Tests;

/// <summary>Bodies that no server should send, through the real SDKs: the caller sees what it would see without us, and counts stay sane.</summary>
[AiCall]
public sealed class BadInputTests
{
    static readonly ChatMessage[] Hello = [new UserChatMessage("one")];

    static string Completion(string input, string output) =>
        $$$"""{"id":"c1","object":"chat.completion","created":1767225600,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"hi"}}],"usage":{"prompt_tokens":{{{input}}},"completion_tokens":{{{output}}},"total_tokens":1}}""";

    static BinaryContent Body => BinaryContent.Create(BinaryData.FromString("""{"messages":[]}"""));

    [Theory]
    [InlineData("-5", "3", 0, 3)]
    [InlineData("5", "-3", 5, 0)]
    [InlineData("-2147483648", "-1", 0, 0)]
    public async Task Negative_counts_are_no_counts(string input, string output, int countedInput, int countedOutput)
    {
        var model = $"negative {input} {output}";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("/completions", Completion(input, output)));
        var client = Clients.OpenAI(server.Address).GetChatClient(model);
        Assert.Equal("hi", (await client.CompleteChatAsync(Hello)).Value.Content[0].Text);
        client.CompleteChat(Body);
        await new ChatCompletionsClient(server.Address, Clients.AzureKey, Clients.Azure).CompleteAsync(new ChatCompletionsOptions
        {
            Model = model,
            Messages = { new ChatRequestUserMessage("one") },
        });
        var missing = countedInput + countedOutput == 0 ? 1 : 0;
        new Sent(2, 2 * countedInput, 2 * countedOutput) { Missing = 2 * missing }.IsRecorded("openai-compatible", model);
        new Sent(1, countedInput, countedOutput) { Missing = missing }.IsRecorded("azure", model);
    }

    [Fact]
    public async Task Absurd_counts_are_no_counts()
    {
        const string model = "absurd";
        await using var server = await ScriptedServer.StartAsync(
            Answer.Json(
                "/messages",
                $$$"""{"id":"m1","type":"message","role":"assistant","model":"{{{model}}}","content":[],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":9000000000000000000,"output_tokens":3,"cache_read_input_tokens":9000000000000000000}}"""),
            Answer.Json("/completions", Completion("99999999999999999999999", "1e400")));
        var message = await Clients.Anthropic(server.Address).Messages
            .Create(new Messages.MessageCreateParams { Model = model, MaxTokens = 9, Messages = [new Messages.UserMessageParam("one")] });
        Assert.Equal(9000000000000000000, message.Usage.InputTokens);
        new Sent(1, 0, 3).IsRecorded("anthropic", model);

        var client = Clients.OpenAI(server.Address).GetChatClient(model);
        client.CompleteChat(Body);
        new Sent(1) { Missing = 1 }.IsRecorded("openai-compatible", model);
        await Assert.ThrowsAnyAsync<FormatException>(() => client.CompleteChatAsync(Hello)); // the SDK's own
        Assert.Equal("other 1", Recorded.Errors("openai-compatible", model));
    }

    [Theory]
    [InlineData("<html>welcome</html>")]
    [InlineData("")]
    [InlineData("{\"usage\":")]
    [InlineData("[1,2]")]
    [InlineData("{\"usage\":{\"prompt_tokens\":{\"a\":1},\"completion_tokens\":\"3\"}}")]
    public async Task A_body_that_is_no_reply(string body)
    {
        var model = "no reply " + body.Length;
        await using var server = await ScriptedServer.StartAsync(new Answer("", "application/json", body));
        var client = Clients.OpenAI(server.Address).GetChatClient(model);
        Assert.Equal(body, (await client.CompleteChatAsync(Body)).GetRawResponse().Content.ToString());
        new Sent(1) { Missing = 1 }.IsRecorded("openai-compatible", model);

        var (typed, azure, ollama) = (
            await Record.ExceptionAsync(() => client.CompleteChatAsync(Hello)),
            await Record.ExceptionAsync(() =>
                new ChatCompletionsClient(server.Address, Clients.AzureKey, Clients.Azure).CompleteAsync(new ChatCompletionsOptions
                {
                    Model = model,
                    Messages = { new ChatRequestUserMessage("one") },
                })),
            await Record.ExceptionAsync(() => Clients.Ollama(server.Address, model)
                .GenerateAsync(new GenerateRequest { Model = model, Prompt = "one" })
                .ToListAsync()
                .AsTask()));
        Counted("openai-compatible", typed, before: 1);
        Counted("azure", azure, before: 0);
        Counted("ollama", ollama, before: 0);

        // Whatever the SDK made of it: one request more, with no tokens.
        void Counted(string provider, Exception? thrown, int before)
        {
            var recorded = Recorded.Of(provider, model);
            Assert.Equal(
                (before + 1, thrown is null ? 0 : 1, 0, 0, 0),
                (recorded.Requests, recorded.Failure, recorded.Input, recorded.Output, recorded.InFlight));
        }
    }

    [Fact]
    public async Task A_body_that_is_cut_off_counts_as_network()
    {
        const string model = "cut body";
        await using var server = await ScriptedServer.StartAsync(new Answer("", "application/json", """{"id":"c1","usage":{"prompt_tokens":5,""")
        {
            IsCut = true,
        });
        await Assert.ThrowsAsync<HttpIOException>(() => Clients.OpenAI(server.Address).GetChatClient(model).CompleteChatAsync(Hello));
        await Assert.ThrowsAsync<HttpIOException>(() => Clients.OpenAI(server.Address).GetChatClient(model).CompleteChatAsync(Body));
        Assert.Equal("network 2", Recorded.Errors("openai-compatible", model));
        Assert.Equal(0, Recorded.Of("openai-compatible", model).InFlight);
    }

    [Fact]
    public async Task A_body_of_100_megabytes_is_read_once_and_counted()
    {
        const string model = "huge";
        var filler = new string('x', 1 << 20);
        await using var server = await ScriptedServer.StartAsync(new Answer(
            "",
            "application/json",
            ["{\"model\":\"m\",\"filler\":\"", .. Enumerable.Repeat(filler, 100), "\",\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3}}"]));
        var client = Clients.OpenAI(server.Address).GetChatClient(model);
        var reply = await client.CompleteChatAsync(Body);
        Assert.True(reply.GetRawResponse().Content.ToMemory().Length > 100 << 20);
        new Sent(1, 5, 3).IsRecorded("openai-compatible", model);

        // What is not in memory would have to be read a second time: it is the caller's alone.
        using var unread = (await client.CompleteChatAsync(Body, new RequestOptions { BufferResponse = false })).GetRawResponse();
        new Sent(2, 5, 3) { Missing = 1 }.IsRecorded("openai-compatible", model);
    }
}
