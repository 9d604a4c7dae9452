using CrossTier.Sdks.Tests.Support;
using OpenAI.Audio;

namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>Sound of the OpenAI SDK: newer models tell tokens; seconds of sound are no tokens, and none are missing then.</summary>
public sealed class AudioTests
{
    const string Usage =
        """{"type":"tokens","input_tokens":14,"input_token_details":{"text_tokens":0,"audio_tokens":14},"output_tokens":2,"total_tokens":16}""";

    static MemoryStream Sound => new([1, 2, 3]);

    [Fact]
    [AiCall]
    [SdkRow(
        "OpenAI",
        typeof(AudioClient),
        "TranscribeAudio",
        "TranscribeAudioAsync",
        "TranscribeAudioDiarized",
        "TranscribeAudioDiarizedAsync",
        "TranscribeAudioStreamingAsync",
        Usage = UsageKinds.Tokens, Labels = "client's `Model`", Note = "none is missing where a model has no tokens")]
    public async Task Transcriptions()
    {
        const string model = "openai-transcriptions";
        var whole = Answer.Json("/transcriptions", """{"text":"hi","task":"transcribe","duration":1.5,"segments":[],"usage":""" + Usage + "}");
        await using var server = await ScriptedServer.StartAsync(whole, whole, whole, whole, Answer.Events("/transcriptions",
            """{"type":"transcript.text.delta","delta":"hi"}""", """{"type":"transcript.text.done","text":"hi","usage":""" + Usage + "}"));
        var client = Clients.OpenAI(server.Address).GetAudioClient(model);
        await client.TranscribeAudioAsync(Sound, "a.mp3");
        client.TranscribeAudio(Sound, "a.mp3");
        await client.TranscribeAudioDiarizedAsync(Sound, "a.mp3");
        client.TranscribeAudioDiarized(Sound, "a.mp3");
        Assert.Equal(2, (await (await client.TranscribeAudioStreamingAsync(Sound, "a.mp3")).ToListAsync()).Count);
        new Sent(5, 70, 10) { FirstTokens = 1 }.IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "OpenAI",
        typeof(AudioClient),
        "TranslateAudio",
        "TranslateAudioAsync",
        "GenerateSpeech",
        "GenerateSpeechAsync",
        Labels = "client's `Model`",
        Note = "no tokens by nature: none is missing")]
    public async Task What_has_no_tokens_by_nature_misses_none()
    {
        const string model = "openai-audio-without-tokens";
        await using var server = await ScriptedServer.StartAsync(
            Answer.Json("/translations", """{"text":"hi"}"""),
            Answer.Json("/transcriptions", """{"text":"hi","usage":{"type":"duration","seconds":2}}"""),
            new Answer("/speech", "audio/mpeg", "\u0001\u0002"));
        var client = Clients.OpenAI(server.Address).GetAudioClient(model);
        await client.TranslateAudioAsync(Sound, "a.mp3");
        client.TranslateAudio(Sound, "a.mp3");
        client.TranscribeAudio(Sound, "a.mp3");
        Assert.Equal(2, (await client.GenerateSpeechAsync("hi", GeneratedSpeechVoice.Alloy)).Value.ToMemory().Length);
        client.GenerateSpeech("hi", GeneratedSpeechVoice.Alloy);
        new Sent(5).IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow("OpenAI", typeof(AudioClient), "GenerateSpeechStreamingAsync", Usage = UsageKinds.Tokens, Labels = "client's `Model`")]
    public async Task Streamed_speech_is_measured()
    {
        const string model = "openai-speech-events";
        await using var server = await ScriptedServer.StartAsync(Answer.Events("/speech",
            """{"type":"speech.audio.delta","audio":"aGk="}""",
            """{"type":"speech.audio.done","usage":{"input_tokens":3,"output_tokens":9,"total_tokens":12}}"""));
        var client = Clients.OpenAI(server.Address).GetAudioClient(model);
        Assert.Equal(2, (await (await client.GenerateSpeechStreamingAsync("hi", GeneratedSpeechVoice.Alloy)).ToListAsync()).Count);
        new Sent(1, 3, 9) { FirstTokens = 1 }.IsRecorded("openai-compatible", model);
    }
}
