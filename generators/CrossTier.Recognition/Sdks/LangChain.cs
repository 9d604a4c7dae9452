using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>LangChain for .NET: its models stand before those of many vendors, and a reply is a stream that may be awaited.</summary>
static class LangChain
{
    const string Namespace = "LangChain.Providers";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = [Namespace],
        IsFramework = true,
        Rows =
        [
            .. Asking("Id", Methods(Namespace + ".IChatModel", Chat, null, "GenerateAsync")),
            .. Asking("Id", Methods(Namespace + ".IEmbeddingModel", Embeddings, null, "CreateEmbeddingsAsync")),
        ],
        Names = new MemberNames { Text = ["Delta.Content"] },
    };
}
