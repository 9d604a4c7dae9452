using CrossTier.Sdks.Tests.Support;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.AudioToText;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Microsoft.SemanticKernel.ImageToText;
using Microsoft.SemanticKernel.TextToAudio;
using Microsoft.SemanticKernel.TextToImage;

namespace CrossTier.Sdks.Tests.Frameworks;

/// <summary>A kernel's services for pictures and sound, which have no tokens by nature but for what describes a picture.</summary>
public sealed class SemanticKernelMediaTests
{
    const string Labels = "the connector's attributes and namespace";
    const string Note = "no tokens by nature: none is missing";

    [Fact]
    [AiCall]
    [SdkRow("Microsoft.SemanticKernel", typeof(ITextToImageService), "GetImageContentsAsync", Labels = Labels, Note = Note)]
    [SdkRow("Microsoft.SemanticKernel", typeof(TextToImageServiceExtensions), "GenerateImageAsync", Labels = Labels, Note = Note)]
    public async Task Text_to_image_is_measured()
    {
        const string model = "kernel-images";
        await using var server = await ScriptedServer.StartAsync(Answer.Json(
            "/generations",
            """{"created":1767225600,"data":[{"url":"http://127.0.0.1/a.png"}]}"""));
        using var http = new HttpClient { BaseAddress = server.Address };
        ITextToImageService service = new OpenAITextToImageService("none", modelId: model, httpClient: http);
        await service.GetImageContentsAsync(new TextContent("one"));
        Assert.Equal("http://127.0.0.1/a.png", await service.GenerateImageAsync("one", 256, 256));
        new Sent(2).IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow("Microsoft.SemanticKernel", typeof(ITextToAudioService), "GetAudioContentsAsync", Labels = Labels, Note = Note)]
    [SdkRow("Microsoft.SemanticKernel", typeof(TextToAudioServiceExtensions), "GetAudioContentAsync", Labels = Labels, Note = Note)]
    [SdkRow("Microsoft.SemanticKernel", typeof(IAudioToTextService), "GetTextContentsAsync", Labels = Labels, Note = Note)]
    [SdkRow("Microsoft.SemanticKernel", typeof(AudioToTextServiceExtensions), "GetTextContentAsync", Labels = Labels, Note = Note)]
    public async Task Sound()
    {
        const string model = "kernel-audio";
        await using var server = await ScriptedServer.StartAsync(
            new Answer("/speech", "audio/mpeg", "\u0001\u0002"),
            Answer.Json("/transcriptions", """{"text":"hi"}"""));
        using var http = new HttpClient { BaseAddress = server.Address };
        ITextToAudioService speech = new OpenAITextToAudioService(model, "none", httpClient: http);
        await speech.GetAudioContentsAsync("one");
        Assert.Equal(2, (await speech.GetAudioContentAsync("one")).Data!.Value.Length);
        IAudioToTextService text = new OpenAIAudioToTextService(model, Clients.OpenAI(server.Address));
        var sound = new AudioContent(new byte[] { 1, 2 }, "audio/mpeg");
        await text.GetTextContentsAsync(sound, new OpenAIAudioToTextExecutionSettings("a.mp3"));
        Assert.Equal("hi", (await text.GetTextContentAsync(sound, new OpenAIAudioToTextExecutionSettings("a.mp3"))).Text);
        new Sent(4).IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "Microsoft.SemanticKernel",
        typeof(IImageToTextService),
        "GetTextContentsAsync",
        Labels = Labels,
        Note = "as far as the connector puts it under `Usage`; no connector of OpenAI's protocol has one")]
    [SdkRow("Microsoft.SemanticKernel", typeof(ImageToTextExtensions), "GetTextContentAsync", Labels = Labels)]
    public async Task Image_to_text_is_measured()
    {
        const string model = "kernel-captions";
        IImageToTextService service = new Captions(model);
        var image = new ImageContent(new byte[] { 1, 2 }, "image/png");
        await service.GetTextContentsAsync(image);
        Assert.Equal("hi", (await service.GetTextContentAsync(image)).Text);
        new Sent(2) { Missing = 2 }.IsRecorded("unknown", model);
    }

    sealed class Captions(string model) : IImageToTextService
    {
        public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?> { ["ModelId"] = model };

        public Task<IReadOnlyList<TextContent>> GetTextContentsAsync(
            ImageContent content,
            PromptExecutionSettings? executionSettings = null,
            Kernel? kernel = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<TextContent>>([new TextContent("hi")]);
    }
}
