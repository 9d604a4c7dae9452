using CrossTier.Assemblies;
using CrossTier.Recognition.Catalogue;
using Known = CrossTier.Recognition.Sdks;

namespace CrossTier.Tool.Deployment;

/// <summary>What measures the calls of an SDK that no build looked at.</summary>
/// <param name="Registration">The call that puts it in place.</param>
/// <param name="Package">The package that has it.</param>
/// <param name="Types">The types of that package whose members an application calls to have it.</param>
sealed record MeasuringLayer(string Registration, string Package, params string[] Types)
{
    static readonly MeasuringLayer s_middleware = new(
        "UseCrossTier() on its client", "CrossTier.Extensions.AI",
        "CrossTier.ChatClientBuilderExtensions", "CrossTier.EmbeddingGeneratorBuilderExtensions", "CrossTier.CrossTierChatClient");

    static readonly MeasuringLayer s_filter = new(
        "AddCrossTier() on its kernel", "CrossTier.SemanticKernel",
        "CrossTier.KernelBuilderExtensions", "CrossTier.KernelExtensions", "CrossTier.ServiceCollectionExtensions", "CrossTier.CrossTierFilter");

    static readonly MeasuringLayer s_handler = new(
        "AddCrossTier() on its HttpClient", "CrossTier.Http",
        "CrossTier.HttpClientBuilderExtensions", "CrossTier.CrossTierHandler");

    static readonly MeasuringLayer[] s_all = [s_middleware, s_filter, s_handler];

    /// <summary>What to do, and what it needs.</summary>
    public string Advice => $"{Registration} measures it (package {Package})";

    public static MeasuringLayer Of(Sdk sdk) =>
        sdk == Known.ExtensionsAI.Sdk || sdk == Known.AgentFramework.Sdk ? s_middleware
        : sdk == Known.SemanticKernel.Sdk ? s_filter
        : s_handler;

    /// <summary>The layer that a call of this method puts in place; null for any other method.</summary>
    public static MeasuringLayer? RegisteredBy(MethodName method) => s_all.FirstOrDefault(layer => layer.Types.Contains(method.Type));
}
