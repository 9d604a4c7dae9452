using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>ONNX Runtime GenAI: a loop of the application asks for one token after the other. Its chat client is one of Microsoft.Extensions.AI.</summary>
static class Onnx
{
    const string Namespace = "Microsoft.ML.OnnxRuntimeGenAI";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = [Namespace],
        ForeignProviders = [.. ProviderNames.Local, .. ProviderNames.Cloud],
        Rows = [.. Steps(Methods(Namespace + ".Generator", Chat, "onnx", "GenerateNextToken"))],
    };
}
