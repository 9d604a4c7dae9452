using Betalgo.Ranul.OpenAI;
using Betalgo.Ranul.OpenAI.Contracts.Types;
using Betalgo.Ranul.OpenAI.Interfaces;
using Betalgo.Ranul.OpenAI.Managers;
using Betalgo.Ranul.OpenAI.ObjectModels;
using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;
using CrossTier.Integration.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>Betalgo.Ranul.OpenAI: a failure is a reply that says so, and no exception.</summary>
public sealed class BetalgoTests
{
    const string Sdk = "Betalgo.Ranul.OpenAI";
    const string Labels = "request's `Model`";
    const string NoTokens = "no tokens by nature: none is missing";

    [Fact]
    [AiCall]
    [SdkRow(Sdk, typeof(IChatCompletionService), "CreateCompletion", "CreateCompletionAsStream", Usage = UsageKinds.Tokens, Labels = Labels)]
    public async Task Chats_are_measured()
    {
        const string model = "betalgo-chat";
        await using var provider = await SimulatedProvider.StartAsync();
        using var service = Service(provider.OpenAIAddress);
        Assert.True((await service.ChatCompletion.CreateCompletion(Chat(model))).Successful);
        var streamed = Chat(model);
        streamed.StreamOptions = new() { IncludeUsage = true };
        Assert.NotEmpty(await service.ChatCompletion.CreateCompletionAsStream(streamed).ToListAsync());
        (Sent.By(await provider.SettledAsync(), model) with { FirstTokens = 1 }).IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    public async Task A_reply_that_is_not_successful_is_a_failure()
    {
        const string model = "betalgo-fails";
        var refusal = Answer.Json("/chat/completions", """{"error":{"code":"rate_limit_exceeded","message":"slow down","type":"requests"}}""");
        await using var server = await ScriptedServer.StartAsync(refusal with { Status = 429 });
        using var service = Service(server.Address);
        Assert.False((await service.ChatCompletion.CreateCompletion(Chat(model))).Successful);
        Assert.Equal("rate_limited 1", Recorded.Errors("openai-compatible", model));
    }

    [Fact]
    [AiCall]
    [SdkRow(Sdk, typeof(IEmbeddingService), "CreateEmbedding", Usage = UsageKinds.Input, Labels = Labels)]
    [SdkRow(Sdk, typeof(ICompletionService), "CreateCompletion", "CreateCompletionAsStream", Usage = UsageKinds.Tokens, Labels = Labels)]
    public async Task Vectors_and_completions_are_measured()
    {
        const string completion = """{"id":"c","object":"text_completion","model":"betalgo-text","choices":[{"text":"hi","index":0,"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}}""";
        await using var server = await ScriptedServer.StartAsync(
            Answer.Json("/embeddings", """{"object":"list","model":"betalgo-vectors","data":[{"object":"embedding","index":0,"embedding":[0.5]}],"usage":{"prompt_tokens":4,"total_tokens":4}}"""),
            Answer.Json("/completions", completion),
            Answer.Events("/completions", completion, "[DONE]"));
        using var service = Service(server.Address);
        await service.Embeddings.CreateEmbedding(new EmbeddingCreateRequest { Model = "betalgo-vectors", Input = "hi" });
        new Sent(1, 4).IsRecorded("openai-compatible", "betalgo-vectors");
        await service.Completions.CreateCompletion(new CompletionCreateRequest { Model = "betalgo-text", Prompt = "hi" });
        await service.Completions.CreateCompletionAsStream(new CompletionCreateRequest { Model = "betalgo-text", Prompt = "hi" }).ToListAsync();
        (new Sent(2, 6, 4) with { FirstTokens = 1 }).IsRecorded("openai-compatible", "betalgo-text");
    }

    [Fact]
    [AiCall]
    [SdkRow(Sdk, typeof(IChatCompletionServiceExtension), "Create", Usage = UsageKinds.Tokens, Labels = "reply's `Model`")]
    [SdkRow(Sdk, typeof(ICompletionServiceExtension), "Create", Usage = UsageKinds.Tokens, Labels = "reply's `Model`")]
    [SdkRow(Sdk, typeof(IModerationServiceExtension), "CreateModeration", Labels = "reply's `Model`", Note = NoTokens)]
    public async Task Extensions_are_measured_by_what_they_are_called_on()
    {
        const string usage = "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}";
        await using var server = await ScriptedServer.StartAsync(
            Answer.Json("/chat/completions", """{"id":"c","model":"betalgo-chat-extension","choices":[{"index":0,"message":{"role":"assistant","content":"hi"}}],""" + usage),
            Answer.Json("/v1/completions", """{"id":"c","model":"betalgo-text-extension","choices":[{"index":0,"text":"hi"}],""" + usage),
            Answer.Json("/moderations", """{"id":"m","model":"betalgo-moderation-extension","results":[]}"""));
        using var service = Service(server.Address);
        await service.ChatCompletion.Create(Chat(null!), Models.Model.Gpt_4);
        await service.Completions.Create(new CompletionCreateRequest { Prompt = "hi" }, Models.Model.Davinci);
        await service.Moderation.CreateModeration("hi");
        new Sent(1, 3, 2).IsRecorded("openai-compatible", "betalgo-chat-extension");
        new Sent(1, 3, 2).IsRecorded("openai-compatible", "betalgo-text-extension");
        new Sent(1).IsRecorded("openai-compatible", "betalgo-moderation-extension");
    }

    [Fact]
    [AiCall]
    [SdkRow(Sdk, typeof(IImageService), "CreateImage", "CreateImageEdit", "CreateImageVariation", Labels = Labels, Note = NoTokens)]
    [SdkRow(Sdk, typeof(IAudioService), "CreateTranscription", "CreateTranslation", "CreateSpeech", Labels = Labels, Note = NoTokens)]
    [SdkRow(Sdk, typeof(IModerationService), "CreateModeration", Labels = Labels, Note = NoTokens)]
    public async Task What_has_no_tokens_by_nature_misses_none()
    {
        const string image = """{"created":1,"data":[{"url":"http://x/1"}]}""";
        await using var server = await ScriptedServer.StartAsync(
            Answer.Json("/images/generations", image), Answer.Json("/images/edits", image), Answer.Json("/images/variations", image),
            Answer.Json("/audio/transcriptions", """{"text":"hi"}"""), Answer.Json("/audio/translations", """{"text":"hi"}"""),
            Answer.Json("/audio/speech", "sound"), Answer.Json("/moderations", """{"id":"m","results":[]}"""));
        using var service = Service(server.Address);
        byte[] file = [1, 2, 3];
        await service.Image.CreateImage(new() { Model = "betalgo-images", Prompt = "a cat" });
        await service.Image.CreateImageEdit(new() { Model = "betalgo-images", Prompt = "a cat", Image = Picture() });
        await service.Image.CreateImageVariation(new() { Model = "betalgo-images", Image = Picture() });
        new Sent(3).IsRecorded("openai-compatible", "betalgo-images");
        await service.Audio.CreateTranscription(new() { Model = "betalgo-audio", File = file, FileName = "a.wav" });
        await service.Audio.CreateTranslation(new() { Model = "betalgo-audio", File = file, FileName = "a.wav" });
        await service.Audio.CreateSpeech<byte[]>(new() { Model = "betalgo-audio", Input = "hi", Voice = "alloy" });
        new Sent(3).IsRecorded("openai-compatible", "betalgo-audio");
        await service.Moderation.CreateModeration(new CreateModerationRequest { Model = "betalgo-moderation", Input = "hi" });
        new Sent(1).IsRecorded("openai-compatible", "betalgo-moderation");
    }

    [Fact]
    [AiCall(Model = "betalgo-batch")]
    [SdkRow(Sdk, typeof(IBatchService), "BatchCreate", Labels = "stated", Note = "a job: the request that starts it; none is missing")]
    public async Task Batches_are_measured_where_they_are_started()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Json("/batches", """{"id":"b","object":"batch","status":"validating"}"""));
        using var service = Service(server.Address);
        await service.Batch.BatchCreate(new() { InputFileId = "f", Endpoint = "/v1/chat/completions", CompletionWindow = "24h" });
        new Sent(1).IsRecorded("openai-compatible", "betalgo-batch");
    }

    static FormFile Picture() => new("cat.png", new MemoryStream([1, 2, 3]));

    static ChatCompletionCreateRequest Chat(string model) => new() { Model = model, Messages = [ChatMessage.FromUser("one two three")] };

    // The SDK puts its version into the path itself.
    static OpenAIService Service(Uri server) => new(new OpenAIOptions { ApiKey = "none", BaseDomain = server.GetLeftPart(UriPartial.Authority) });
}
