using CrossTier.Sdks.Stubs;

namespace Mscc.GenerativeAI;

// As in https://github.com/mscraftsman/generative-ai (src/Mscc.GenerativeAI/GenerativeModel.cs and BaseModel.cs).
public class GenerativeModel(string model, params IEnumerable<object> answers)
{
    readonly Queue<object> _answers = new(answers);

    public string Model { get; set; } = "models/" + model;

    public Task<GenerateContentResponse> GenerateContent(GenerateContentRequest? request) => Scripted.ReplyAsync<GenerateContentResponse>(_answers);

    public Task<GenerateContentResponse> GenerateContent(string? prompt, GenerationConfig? generationConfig = null) =>
        Scripted.ReplyAsync<GenerateContentResponse>(_answers);

    public IAsyncEnumerable<GenerateContentResponse> GenerateContentStream(GenerateContentRequest? request, CancellationToken cancellationToken = default) =>
        Scripted.StreamAsync<GenerateContentResponse>(_answers, cancellationToken);

    public IAsyncEnumerable<GenerateContentResponse> GenerateContentStream(string? prompt, GenerationConfig? generationConfig = null) =>
        Scripted.StreamAsync<GenerateContentResponse>(_answers);

    public Task<EmbedContentResponse> EmbedContent(string? prompt, string? title = null) => Scripted.ReplyAsync<EmbedContentResponse>(_answers);
}
