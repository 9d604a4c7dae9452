using System.ClientModel;
using Azure.AI.Inference;
using Azure.Core;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.OpenAI;
using CrossTier.Sdks.Tests.Streams;
using CrossTier.Sdks.Tests.Support;
using OpenAI.Chat;

namespace CrossTier.Sdks.Tests;

/// <summary>What is left of the rate limits, as the headers of a reply say it, wherever an SDK shows them.</summary>
[AiCall]
public sealed class RateLimitTests
{
    static readonly ChatMessage[] Hello = [new UserChatMessage("one two")];

    static readonly Dictionary<string, Func<Uri, string, Task>> Calls = new()
    {
        ["OpenAI chat, awaited"] = (address, model) => Clients.OpenAI(address).GetChatClient(model).CompleteChatAsync(Hello),
        ["OpenAI chat, synchronous"] = (address, model) => Done(Clients.OpenAI(address).GetChatClient(model).CompleteChat(Hello)),
        ["OpenAI chat, protocol"] = (address, model) => Clients.OpenAI(address)
            .GetChatClient(model)
            .CompleteChatAsync(BinaryContent.Create(BinaryData.FromString("{}"))),
        ["OpenAI chat, streamed"] = (address, model) => Clients.OpenAI(address).GetChatClient(model).CompleteChatStreamingAsync(Hello).ToListAsync().AsTask(),
        ["OpenAI chat, streamed, synchronous"] = (address, model) => Done(Clients.OpenAI(address).GetChatClient(model).CompleteChatStreaming(Hello).Count()),
        ["OpenAI chat, streamed, broken off"] = async (address, model) => await Clients.OpenAI(address)
            .GetChatClient(model)
            .CompleteChatStreamingAsync(Hello)
            .FirstAsync(),
        ["OpenAI chat, raw pages"] = (address, model) => Clients.OpenAI(address)
            .GetChatClient(model)
            .CompleteChatStreamingAsync(Hello)
            .GetRawPagesAsync()
            .ToListAsync()
            .AsTask(),
        ["OpenAI embedding"] = (address, model) => Clients.OpenAI(address).GetEmbeddingClient(model).GenerateEmbeddingAsync("one"),
        ["OpenAI response, awaited"] = (address, model) => Clients.OpenAI(address).GetResponsesClient().CreateResponseAsync(model, "one"),
        ["OpenAI response, streamed"] = async (address, model) => await (await Clients.OpenAI(address)
            .GetResponsesClient()
            .CreateResponseStreamingAsync(model, "one")).ToListAsync(),
        ["Azure chat, awaited"] = (address, model) => Azure(address).CompleteAsync(Ask(model)),
        ["Azure chat, synchronous"] = (address, model) => Done(Azure(address).Complete(Ask(model))),
        ["Azure embedding, protocol"] = (address, _) => new EmbeddingsClient(address, Clients.AzureKey, Clients.Azure).EmbedAsync(
            RequestContent.Create("{}"),
            null,
            null!),
        ["Azure chat, streamed"] = async (address, model) => await (await Azure(address).CompleteStreamingAsync(Ask(model))).ToListAsync(),
        ["Azure chat, streamed, synchronous"] = async (address, model) => await Azure(address).CompleteStreaming(Ask(model)).ToListAsync(),
    };

    public static TheoryData<string, string?, string?> Cases()
    {
        var cases = new TheoryData<string, string?, string?>();
        foreach (var call in Calls.Keys)
        {
            cases.Add(call, "59", "149984");
            cases.Add(call, "0", null);
            cases.Add(call, null, null);
            cases.Add(call, "many", "-1");
        }

        return cases;
    }

    public static TheoryData<string> Names() => [.. Calls.Keys.Where(call => !call.Contains("protocol"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_the_headers_say_is_a_gauge_and_absent_where_they_say_nothing(string call, string? requests, string? tokens)
    {
        var model = $"limits {call} {requests ?? "none"}";
        var headers = new[] { ("x-ratelimit-remaining-requests", requests), ("x-ratelimit-remaining-tokens", tokens) };
        var answer = Body(call, model) with
        {
            Headers = headers.Where(header => header.Item2 is not null).ToDictionary(header => header.Item1, header => header.Item2!),
        };
        await using var server = await ScriptedServer.StartAsync(answer);

        await Calls[call](server.Address, model);

        var provider = call.StartsWith("Azure", StringComparison.Ordinal) ? "azure" : "openai-compatible";
        Assert.Equal((Number(requests), Number(tokens)), (Recorded.Remaining(provider, model, "requests"), Recorded.Remaining(provider, model, "tokens")));
        Assert.Equal(1, Recorded.Of(provider, model).Requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_refused_request_reports_its_rate_limits(string call)
    {
        var model = $"limits refused {call}";
        await using var server = await ScriptedServer.StartAsync(new Answer(
            "",
            "application/json",
            """{"error":{"message":"slow down","code":"rate_limit_exceeded"}}""")
        {
            Status = 429,
            Headers = new Dictionary<string, string> { ["x-ratelimit-remaining-requests"] = "0", ["x-ratelimit-remaining-tokens"] = "17" },
        });

        await Assert.ThrowsAnyAsync<Exception>(() => Calls[call](server.Address, model));

        var provider = call.StartsWith("Azure", StringComparison.Ordinal) ? "azure" : "openai-compatible";
        Assert.Equal((0, 17), (Recorded.Remaining(provider, model, "requests"), Recorded.Remaining(provider, model, "tokens")));
        Assert.Equal("rate_limited 1", Recorded.Errors(provider, model));
    }

    [Fact]
    public async Task The_last_reply_that_said_it_holds()
    {
        const string model = "limits of several";
        static Answer Left(string? requests) =>
            Body("OpenAI chat", model) with
            {
                Headers = requests is null ? new Dictionary<string, string>() : new() { ["x-ratelimit-remaining-requests"] = requests },
            };
        await using var server = await ScriptedServer.StartAsync(Left("9"), Left("8"), Left(null));
        var client = Clients.OpenAI(server.Address).GetChatClient(model);
        for (var i = 0; i < 3; i++)
        {
            await client.CompleteChatAsync(Hello);
        }

        Assert.Equal((8, null), (Recorded.Remaining("openai-compatible", model, "requests"), Recorded.Remaining("openai-compatible", model, "tokens")));
    }

    static Answer Body(string call, string model) => call switch
    {
        _ when call.Contains("response, streamed") => Kind("OpenAI responses").Whole(model),
        _ when call.Contains("response") => Answer.Json("/responses", ResponseBody.Response(model)),
        _ when call.Contains("streamed") || call.Contains("pages") => Kind("OpenAI chat").Whole(model),
        _ when call.Contains("embedding") =>
            Answer.Json(
                "/embeddings",
                $$$"""{"object":"list","data":[{"object":"embedding","index":0,"embedding":"AACAPw=="}],"model":"{{{model}}}","usage":{"prompt_tokens":1,"total_tokens":1}}"""),
        _ =>
            Answer.Json(
                "/completions",
                $$$"""{"id":"c1","object":"chat.completion","created":1767225600,"model":"{{{model}}}","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"hi"}}],"usage":{"prompt_tokens":5,"completion_tokens":3,"total_tokens":8}}"""),
    };

    static StreamKind Kind(string name) => StreamCalls.Kinds.Single(kind => kind.Name == name);

    static ChatCompletionsClient Azure(Uri address) => new(address, Clients.AzureKey, Clients.Azure);

    static ChatCompletionsOptions Ask(string model) => new() { Model = model, Messages = { new ChatRequestUserMessage("one two") } };

    static Task Done(object reply) => Task.FromResult(reply);

    static double? Number(string? text) => uint.TryParse(text, out var number) ? number : null;
}
