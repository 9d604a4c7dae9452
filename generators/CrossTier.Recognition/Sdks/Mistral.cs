using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Mistral.SDK.</summary>
static class Mistral
{
    const string Namespace = "Mistral.SDK";
    const string Provider = "mistral";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["Mistral"],
        ForeignProviders = ["openai", "anthropic", "google", "bedrock", "llamasharp"],
        Rows =
        [
            .. Asking("request.Model", Methods(Namespace + ".Completions.CompletionsEndpoint", Chat, Provider, "GetCompletionAsync", "StreamCompletionAsync")),
            .. Asking("request.Model", Methods(Namespace + ".Embeddings.EmbeddingsEndpoint", Embeddings, Provider, "GetEmbeddingsAsync")),
        ],
        ModelNamespaces = [Namespace],
        ModelRequests = [Namespace + ".DTOs.ChatCompletionRequest", Namespace + ".DTOs.EmbeddingRequest"],
        ModelTakers = ["ChatCompletionRequest", "EmbeddingRequest"],
    };
}
