using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Whisper.net, which runs in the process. Its speech-to-text client is one of Microsoft.Extensions.AI.</summary>
static class Whisper
{
    public static Sdk Sdk { get; } = new()
    {
        Namespaces = ["Whisper"],
        ForeignProviders = [.. ProviderNames.Local, .. ProviderNames.Cloud],
        Rows = [.. Methods("Whisper.net.WhisperProcessor", Audio, "whisper.net", "Process", "ProcessAsync")],
    };
}
