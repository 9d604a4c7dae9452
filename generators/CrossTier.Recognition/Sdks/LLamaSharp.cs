using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>LLamaSharp. Its weights are loaded from a file: no client is made for a name, and no request asks for one.</summary>
static class LLamaSharp
{
    const string Provider = "llamasharp";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["LLama"],
        ForeignProviders = [.. ProviderNames.Local, .. ProviderNames.Cloud],
        Rows =
        [
            .. Methods("LLama.Abstractions.ILLamaExecutor", Chat, Provider, "InferAsync"),
            .. Methods("LLama.ChatSession", Chat, Provider, "ChatAsync", "RegenerateAssistantMessageAsync"),
            .. Methods("LLama.LLamaEmbedder", Embeddings, Provider, "GetEmbeddings"),
            .. Methods("LLama.LLamaReranker", Rerank, Provider, "GetRelevanceScores", "GetRelevanceScoreWithTokenCount"),
            .. Steps(Methods("LLama.Batched.BatchedExecutor", Chat, Provider, "Infer")),
        ],
    };
}
