using System.Runtime.CompilerServices;
using CrossTier.Sdks.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.Sdks.Tests.Abstractions;

/// <summary>
/// Pictures and sound through the abstractions of Microsoft.Extensions.AI: what tells tokens is recorded, what has none by nature misses
/// none.
/// </summary>
public sealed class MediaTests
{
    static MemoryStream Sound => new([1, 2, 3]);

    [Fact]
    [AiCall]
    [SdkRow(
        "Microsoft.Extensions.AI",
        typeof(IImageGenerator),
        "GenerateAsync",
        Usage = UsageKinds.Tokens,
        Labels = "`ImageGenerationOptions.ModelId`, `ImageGeneratorMetadata`",
        Note = "none is missing where a model has no tokens")]
    [SdkRow("Microsoft.Extensions.AI", typeof(ImageGeneratorExtensions), "GenerateImagesAsync", "EditImageAsync", "EditImagesAsync",
        Usage = UsageKinds.Tokens, Labels = "`ImageGenerationOptions.ModelId`, `ImageGeneratorMetadata`", Note = "none is missing where a model has no tokens")]
    public async Task Images()
    {
        const string model = "ai-images";
        const string image =
            """{"created":1767225600,"data":[{"b64_json":"aGk="}],"usage":"""
            + """{"input_tokens":6,"output_tokens":8,"total_tokens":14,"input_tokens_details":{"text_tokens":6,"image_tokens":0}}}""";
        const string plain = """{"created":1767225600,"data":[{"b64_json":"aGk="}]}""";
        await using var server = await ScriptedServer.StartAsync(
            Answer.Json("/generations", image),
            Answer.Json("/generations", plain),
            Answer.Json("/edits", image));
        var generator = Clients.OpenAI(server.Address).GetImageClient(model).AsIImageGenerator();
        DataContent original = new(new byte[] { 1, 2 }, "image/png");
        await generator.GenerateAsync(new ImageGenerationRequest("one"));
        await generator.GenerateImagesAsync("one");
        await generator.EditImageAsync(original, "one");
        await generator.EditImagesAsync([original], "one");
        new Sent(4, 18, 24).IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow("Microsoft.Extensions.AI", typeof(ISpeechToTextClient), "GetTextAsync", "GetStreamingTextAsync",
        Usage = UsageKinds.Tokens,
        Labels = "`SpeechToTextOptions.ModelId`, `SpeechToTextClientMetadata`",
        Note = "none is missing where a model has no tokens")]
    [SdkRow("Microsoft.Extensions.AI", typeof(SpeechToTextClientExtensions), "GetTextAsync", "GetStreamingTextAsync",
        Usage = UsageKinds.Tokens,
        Labels = "`SpeechToTextOptions.ModelId`, `SpeechToTextClientMetadata`",
        Note = "none is missing where a model has no tokens")]
    public async Task Speech_to_text_is_measured()
    {
        const string model = "ai-transcriptions";
        const string usage = """{"type":"tokens","input_tokens":14,"output_tokens":2,"total_tokens":16}""";
        var whole = Answer.Json("/transcriptions", """{"text":"hi","task":"transcribe","duration":1.5,"segments":[],"usage":""" + usage + "}");
        await using var server = await ScriptedServer.StartAsync(whole, whole);
        var client = Clients.OpenAI(server.Address).GetAudioClient(model).AsISpeechToTextClient().AsBuilder().Use(inner => new Transcripts(inner)).Build();
        DataContent sound = new(new byte[] { 1, 2 }, "audio/mpeg");
        await client.GetTextAsync(Sound);
        await client.GetTextAsync(sound);
        await client.GetStreamingTextAsync(Sound).ToListAsync();
        await client.GetStreamingTextAsync(sound).ToListAsync();
        new Sent(4, 4 * 14, 4 * 2) { FirstTokens = 2 }.IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow("Microsoft.Extensions.AI", typeof(ITextToSpeechClient), "GetAudioAsync", "GetStreamingAudioAsync",
        Labels = "`TextToSpeechOptions.ModelId`, `TextToSpeechClientMetadata`", Note = "no tokens by nature: none is missing")]
    public async Task Text_to_speech_is_measured()
    {
        const string model = "ai-speech";
        await using var server = await ScriptedServer.StartAsync(new Answer("/speech", "audio/mpeg", "\u0001\u0002"));
        var client = Clients.OpenAI(server.Address)
            .GetAudioClient("the client's")
            .AsITextToSpeechClient()
            .AsBuilder()
            .Use(inner => new Speeches(inner))
            .Build();
        await client.GetAudioAsync("hi", new TextToSpeechOptions { ModelId = model });
        await client.GetStreamingAudioAsync("hi", new TextToSpeechOptions { ModelId = model }).ToListAsync();
        new Sent(2) { FirstTokens = 1 }.IsRecorded("openai-compatible", model);
    }

    // The adapter's own streams are built on a version of the OpenAI SDK whose streams were of another type: these take apart a reply that came whole.
    sealed class Transcripts(ISpeechToTextClient inner) : DelegatingSpeechToTextClient(inner)
    {
        public override async IAsyncEnumerable<SpeechToTextResponseUpdate> GetStreamingTextAsync(
            Stream audioSpeechStream, SpeechToTextOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await InnerClient.GetTextAsync(audioSpeechStream, options, cancellationToken)).ToSpeechToTextResponseUpdates())
            {
                yield return update;
            }
        }
    }

    sealed class Speeches(ITextToSpeechClient inner) : DelegatingTextToSpeechClient(inner)
    {
        public override async IAsyncEnumerable<TextToSpeechResponseUpdate> GetStreamingAudioAsync(
            string text, TextToSpeechOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await InnerClient.GetAudioAsync(text, options, cancellationToken)).ToTextToSpeechResponseUpdates())
            {
                yield return update;
            }
        }
    }
}
