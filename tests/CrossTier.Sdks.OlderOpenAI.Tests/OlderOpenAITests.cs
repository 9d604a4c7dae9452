using System.ClientModel;
using System.ClientModel.Primitives;
using System.Reflection;
using CrossTier.Sdks.Tests.OpenAI;
using CrossTier.Sdks.Tests.Support;
using OpenAI;
using OpenAI.Assistants;
using OpenAI.Audio;
using OpenAI.Responses;

namespace CrossTier.Sdks.OlderOpenAI.Tests;

/// <summary>What the OpenAI SDK had before 2.15: streams that are read without a task, and a client of responses for one model.</summary>
public sealed class OlderOpenAITests
{
    static MemoryStream Sound => new([1, 2, 3]);

    [Fact]
    public void Each_row_of_an_older_version_has_a_test()
    {
        var tested = typeof(OlderOpenAITests).GetMethods()
            .SelectMany(test => test.GetCustomAttributes<SdkRowAttribute>())
            .SelectMany(row => row.Methods.Select(method => $"{row.Type.FullName}.{method}"));
        Assert.Equal(OlderRows.Methods, tested.Where(row => OlderRows.Methods.Contains(row)).Order());
    }

    [Fact]
    [AiCall]
    [SdkRow("OpenAI", typeof(ResponsesClient), "CreateResponse", "CreateResponseAsync", "CreateResponseStreaming", "CreateResponseStreamingAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning, Labels = "request's `Model`")]
    public async Task Responses()
    {
        const string model = "older-responses";
        await using var server = await ScriptedServer.StartAsync(Answers(model));
        var client = Client(server).GetResponsesClient();
        client.CreateResponse(model, "one");
        await client.CreateResponseAsync(new CreateResponseOptions { Model = model, InputItems = { ResponseItem.CreateUserMessageItem("one") } });
        Assert.Equal(4, client.CreateResponseStreaming(model, "one").Count());
        Assert.Equal(4, (await client.CreateResponseStreamingAsync(model, "one").ToListAsync()).Count);

        // Its types have no member for writes to the cache: they are read from the JSON that it keeps.
        new Sent(4, 4 * 11, 4 * 7) { Cached = 4 * 3, CacheWrite = 4 * 2, Reasoning = 4 * 2, FirstTokens = 2 }.IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow("OpenAI", typeof(OpenAIResponseClient), "CreateResponse", "CreateResponseAsync", "CreateResponseStreaming", "CreateResponseStreamingAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning, Labels = "client's `Model`", IsStub = true)]
    public async Task Responses_of_a_client_for_one_model_are_measured()
    {
        const string model = "older-response-client";
        await using var server = await ScriptedServer.StartAsync(Answers(model));
        var client = new OpenAIResponseClient(Client(server).GetResponsesClient(), model, server.Address);
        client.CreateResponse("one");
        await client.CreateResponseAsync("one");
        Assert.Equal(4, client.CreateResponseStreaming("one").Count());
        Assert.Equal(4, (await client.CreateResponseStreamingAsync("one").ToListAsync()).Count);

        // Whole replies and streams keep their JSON alike.
        new Sent(4, 4 * 11, 4 * 7) { Cached = 4 * 3, CacheWrite = 4 * 2, Reasoning = 4 * 2, FirstTokens = 2 }.IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "OpenAI",
        typeof(AudioClient),
        "GenerateSpeechStreaming",
        "GenerateSpeechStreamingAsync",
        "TranscribeAudioStreaming",
        "TranscribeAudioStreamingAsync",
        Usage = UsageKinds.Tokens, Labels = "client's `Model`")]
    public async Task Sound_as_it_comes()
    {
        const string model = "older-audio";
        await using var server = await ScriptedServer.StartAsync(
            Answer.Events(
                "/speech",
                """{"type":"speech.audio.delta","audio":"aGk="}""",
                """{"type":"speech.audio.done","usage":{"input_tokens":3,"output_tokens":9,"total_tokens":12}}"""),
            Answer.Events(
                "/transcriptions",
                """{"type":"transcript.text.delta","delta":"hi"}""",
                """{"type":"transcript.text.done","text":"hi","usage":{"type":"tokens","input_tokens":14,"output_tokens":2,"total_tokens":16}}"""));
        var client = Client(server).GetAudioClient(model);
        Assert.Equal(2, client.GenerateSpeechStreaming("hi", GeneratedSpeechVoice.Alloy).Count());
        Assert.Equal(2, (await client.GenerateSpeechStreamingAsync("hi", GeneratedSpeechVoice.Alloy).ToListAsync()).Count);
        Assert.Equal(2, client.TranscribeAudioStreaming(Sound, "a.mp3").Count());
        Assert.Equal(2, (await client.TranscribeAudioStreamingAsync(Sound, "a.mp3").ToListAsync()).Count);
        new Sent(4, 2 * (3 + 14), 2 * (9 + 2)) { FirstTokens = 4 }.IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "OpenAI",
        typeof(AssistantClient),
        "CreateRunStreaming",
        "CreateThreadAndRunStreaming",
        "SubmitToolOutputsToRunStreaming",
        "CreateRunStreamingAsync",
        Usage = UsageKinds.Tokens, Labels = "request's `ModelOverride`, run's `Model`")]
    public async Task Runs()
    {
        const string model = "older-runs";
        await using var server = await ScriptedServer.StartAsync(Answer.Events("", RunBody.Events(model)));
        var client = Client(server).GetAssistantClient();
        Assert.Equal(3, client.CreateRunStreaming("thread_1", "asst_1").Count());
        Assert.Equal(3, client.CreateThreadAndRunStreaming("asst_1", new ThreadCreationOptions(), new RunCreationOptions { ModelOverride = model }).Count());
        Assert.Equal(3, client.SubmitToolOutputsToRunStreaming("thread_1", "run_1", []).Count());
        Assert.Equal(3, (await client.CreateRunStreamingAsync("thread_1", "asst_1").ToListAsync()).Count);
        new Sent(4, 4 * 5, 4 * 4) { FirstTokens = 4 }.IsRecorded("openai-compatible", model);
    }

    static Answer[] Answers(string model)
    {
        var (whole, events) = (Answer.Json("/responses", ResponseBody.Response(model)), Answer.Events("/responses", ResponseBody.Events(model)));
        return [whole, whole, events, events];
    }

    static OpenAIClient Client(ScriptedServer server) =>
        new(new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = server.Address, RetryPolicy = new ClientRetryPolicy(0) });
}
