using Known = CrossTier.Recognition.Sdks;

namespace CrossTier.Recognition.Catalogue;

/// <summary>What is known without being told: each SDK stands in a file of its own in the folder Sdks.</summary>
static class ApiCatalogue
{
    public static IReadOnlyList<Sdk> Sdks { get; } =
    [
        Known.OpenAI.Sdk, Known.Azure.Sdk, Known.AnthropicSdk.Sdk, Known.Anthropic.Sdk, Known.Bedrock.Sdk, Known.Google.Sdk, Known.Mscc.Sdk, Known.Ollama.Sdk,
        Known.Mistral.Sdk, Known.LLamaSharp.Sdk, Known.Whisper.Sdk, Known.Onnx.Sdk, Known.FoundryLocal.Sdk, Known.Betalgo.Sdk, Known.LangChain.Sdk,
        Known.ModelContextProtocol.Sdk,
        Known.SemanticKernel.Sdk, Known.ExtensionsAI.Sdk, Known.AgentFramework.Sdk,
    ];

    /// <summary>The inference APIs.</summary>
    public static IReadOnlyList<ApiRow> Rows { get; } = [.. Sdks.SelectMany(sdk => sdk.Rows)];

    /// <summary>The rows of each method name: a syntax predicate may ask for nothing else.</summary>
    public static ILookup<string, ApiRow> ByMethod { get; } = Rows.ToLookup(row => row.Method);

    /// <summary>The types that declare them.</summary>
    public static ISet<string> Types { get; } = new HashSet<string>(Rows.Select(row => row.Type));

    static Dictionary<ApiRow, Sdk> SdkByRow { get; } = Sdks.SelectMany(sdk => sdk.Rows.Select(row => (row, sdk))).GroupBy(pair => pair.row)
        .ToDictionary(pairs => pairs.Key, pairs => pairs.First().sdk);

    /// <summary>The SDK that has a row; null for a row of the application's.</summary>
    public static Sdk? SdkOf(ApiRow row) => SdkByRow.TryGetValue(row, out var sdk) ? sdk : null;

    /// <summary>What members are called that are read.</summary>
    public static MemberNames Names { get; } = MemberNames.Of(Sdks);

    /// <summary>The types that speak through others, by their metadata names.</summary>
    public static IReadOnlyDictionary<string, Variants> Variants { get; } = Sdks.SelectMany(sdk => sdk.Variants).ToDictionary(variants => variants.Base);

    /// <summary>The first content of chunks that no property's name shows, by the metadata names of their types.</summary>
    public static IReadOnlyDictionary<string, FirstContent> FirstContents { get; } = Sdks.SelectMany(sdk => sdk.FirstContents)
        .ToDictionary(content => content.Type);
}
