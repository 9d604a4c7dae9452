using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using Microsoft.Extensions.AI;
using Whisper.net;

namespace CrossTier.Sdks.Tests.Local;

/// <summary>Whisper.net runs in the process: a real engine over half a second of silence.</summary>
public sealed class WhisperTests
{
    static readonly float[] s_silence = new float[8_000];

    [Fact]
    [AiCall(Model = "whisper-tiny")]
    [SdkRow(
        "Whisper.net", typeof(WhisperProcessor), "Process", "ProcessAsync",
        Labels = "provider `whisper.net`, tier local; the model is stated, or `unknown`", Note = "no tokens by nature: none is missing")]
    public async Task Sound_is_measured()
    {
        using var factory = WhisperFactory.FromPath(TinyModels.Whisper);
        await using var processor = factory.CreateBuilder().WithLanguage("en").WithNoContext().WithTemperatureInc(0).WithThreads(1).Build();
        processor.Process(s_silence);
        await processor.ProcessAsync(s_silence).ToListAsync();
        var recorded = Recorded.Of("whisper.net", "whisper-tiny");
        Assert.Equal((2, 0, 0, 0), ((int)recorded.Success, (int)recorded.Failure, (int)recorded.InFlight, (int)recorded.UsageMissing));
        Assert.Equal("local", Recorded.TierOf("whisper.net"));
    }

    [Fact]
    [AiCall]
    public async Task Its_speech_client_is_local()
    {
        using var client = new WhisperSpeechToTextClient(TinyModels.Whisper);
        using var sound = new MemoryStream(Wave());
        await client.GetTextAsync(sound, new SpeechToTextOptions { ModelId = "whisper-client", SpeechLanguage = "en" });
        Assert.Equal(1, Recorded.Of("whisper.net", "whisper-client").Success);
    }

    // A header and silence.
    static byte[] Wave()
    {
        var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        var size = s_silence.Length * 2;
        writer.Write("RIFF"u8);
        writer.Write(36 + size);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(16_000);
        writer.Write(32_000);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(size);
        writer.Write(new byte[size]);
        return memory.ToArray();
    }
}
