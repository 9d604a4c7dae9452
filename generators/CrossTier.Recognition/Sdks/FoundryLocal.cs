using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Foundry Local: models in the process, asked in Betalgo's types.</summary>
static class FoundryLocal
{
    const string Namespace = "Microsoft.AI.Foundry.Local";
    const string Provider = "foundry-local";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = [Namespace],
        ForeignProviders = [.. ProviderNames.Local, .. ProviderNames.Cloud],
        Rows =
        [
            .. Methods(Namespace + ".OpenAIChatClient", Chat, Provider, "CompleteChatAsync", "CompleteChatStreamingAsync"),
            .. Methods(Namespace + ".OpenAIAudioClient", Audio, Provider, "TranscribeAudioAsync", "TranscribeAudioStreamingAsync"),
        ],
        ModelField = "_modelId",
    };
}
