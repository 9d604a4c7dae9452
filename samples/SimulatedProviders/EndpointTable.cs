using CrossTier.Samples.SimulatedProviders.Anthropic;
using CrossTier.Samples.SimulatedProviders.Ollama;
using CrossTier.Samples.SimulatedProviders.OpenAI;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>Which path speaks which protocol.</summary>
sealed class EndpointTable(IReadOnlyList<string> models)
{
    static readonly ChatCompletions Fallback = new();

    readonly Dictionary<string, WireFormat> _posts = new()
    {
        ["/v1/chat/completions"] = Fallback,
        ["/v1/embeddings"] = new Embeddings(),
        ["/v1/messages"] = new Messages(),
        ["/api/chat"] = new OllamaChat(),
        ["/api/generate"] = new OllamaGenerate(),
        ["/api/embed"] = new OllamaEmbed(),
    };

    readonly Dictionary<string, string> _gets = new()
    {
        ["/"] = "Ollama is running",
        ["/v1/models"] = ModelList.Of(models).ToJsonString(),
        ["/api/tags"] = OllamaTags.Of(models).ToJsonString(),
        ["/api/version"] = """{"version":"0.12.0"}""",
    };

    public string? Document(string path) => _gets.GetValueOrDefault(path);

    public bool Answers(string path) => _posts.ContainsKey(path);

    /// <summary>The format of a path; of an unknown one the nearest, for the shape of its error.</summary>
    public WireFormat Format(string path) =>
        _posts.GetValueOrDefault(path) ?? (path.StartsWith("/api/", StringComparison.Ordinal) ? _posts["/api/chat"] : Fallback);
}
