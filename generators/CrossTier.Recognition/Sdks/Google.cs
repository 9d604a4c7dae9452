using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Google.GenAI.</summary>
static class Google
{
    const string Models = "Google.GenAI.Models";
    const string Provider = "google";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["Google"],
        ForeignProviders = [.. ProviderNames.Local, .. ProviderNames.Cloud],
        Rows =
        [
            .. Asking("model", Methods(Models, GenerateContent, Provider, "GenerateContentAsync", "GenerateContentStreamAsync")),
            .. Asking("model", Methods(Models, Embeddings, Provider, "EmbedContentAsync")),
            .. Asking("model", Methods(Models, Images, Provider, "GenerateImagesAsync", "EditImageAsync", "UpscaleImageAsync")),
            .. Steps(Methods("Google.GenAI.AsyncSession", GenerateContent, Provider, "ReceiveAsync")),
        ],
        Names = new MemberNames { Model = ["ModelVersion"] },
        ModelNamespaces = ["Google.GenAI"],
        ModelTakers = ["GenerateContentAsync", "GenerateContentStreamAsync", "EmbedContentAsync", "GenerateImagesAsync", "EditImageAsync", "UpscaleImageAsync"],
    };
}
