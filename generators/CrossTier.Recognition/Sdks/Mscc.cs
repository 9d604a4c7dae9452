using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Mscc.GenerativeAI: Gemini, asked by a client that is made for a model.</summary>
static class Mscc
{
    const string Namespace = "Mscc.GenerativeAI";
    const string Provider = "google";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = [Namespace],
        ForeignProviders = [.. ProviderNames.Local, .. ProviderNames.Cloud],
        Rows =
        [
            .. Methods(Namespace + ".GenerativeModel", GenerateContent, Provider, "GenerateContent", "GenerateContentStream"),
            .. Methods(Namespace + ".GenerativeModel", Embeddings, Provider, "EmbedContent"),
        ],
        ModelTakers = ["GenerativeModel"],
    };
}
