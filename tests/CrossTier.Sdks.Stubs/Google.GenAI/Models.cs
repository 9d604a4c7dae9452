using CrossTier.Sdks.Stubs;
using Google.GenAI.Types;

namespace Google.GenAI;

public sealed class Models
{
    readonly Queue<object> _answers;

    internal Models(Queue<object> answers) => _answers = answers;

    public Task<GenerateContentResponse> GenerateContentAsync(
        string model,
        List<Content> contents,
        GenerateContentConfig? config = null,
        CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<GenerateContentResponse>(_answers, cancellationToken);

    public Task<GenerateContentResponse> GenerateContentAsync(
        string model,
        Content contents,
        GenerateContentConfig? config = null,
        CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<GenerateContentResponse>(_answers, cancellationToken);

    public Task<GenerateContentResponse> GenerateContentAsync(
        string model,
        string contents,
        GenerateContentConfig? config = null,
        CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<GenerateContentResponse>(_answers, cancellationToken);

    public IAsyncEnumerable<GenerateContentResponse> GenerateContentStreamAsync(
        string model,
        List<Content> contents,
        GenerateContentConfig? config = null,
        CancellationToken cancellationToken = default) =>
        Scripted.StreamAsync<GenerateContentResponse>(_answers, cancellationToken);

    public IAsyncEnumerable<GenerateContentResponse> GenerateContentStreamAsync(
        string model,
        string contents,
        GenerateContentConfig? config = null,
        CancellationToken cancellationToken = default) =>
        Scripted.StreamAsync<GenerateContentResponse>(_answers, cancellationToken);

    public Task<EmbedContentResponse> EmbedContentAsync(
        string model,
        List<Content> contents,
        EmbedContentConfig? config = null,
        CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<EmbedContentResponse>(_answers, cancellationToken);

    public Task<EmbedContentResponse> EmbedContentAsync(
        string model,
        string contents,
        EmbedContentConfig? config = null,
        CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<EmbedContentResponse>(_answers, cancellationToken);

    public Task<GenerateImagesResponse> GenerateImagesAsync(
        string model,
        string prompt,
        GenerateImagesConfig? config = null,
        CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<GenerateImagesResponse>(_answers, cancellationToken);

    public Task<EditImageResponse> EditImageAsync(
        string model,
        string prompt,
        List<IReferenceImage> referenceImages,
        EditImageConfig? config = null,
        CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<EditImageResponse>(_answers, cancellationToken);

    public Task<UpscaleImageResponse> UpscaleImageAsync(
        string model,
        Image image,
        string upscaleFactor,
        UpscaleImageConfig? config = null,
        CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<UpscaleImageResponse>(_answers, cancellationToken);
}
