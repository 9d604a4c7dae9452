namespace CrossTier.Tests.Layers;

/// <summary>
/// The layers of the runtime point one way: see the picture in docs/architecture.md. Contracts are what generated code implements or fills; what is
/// below an entry point knows them and no entry point.
/// </summary>
public sealed class LayerTests
{
    static readonly string[] Contracts = ["ClientLabels", "IClientReader", "IMeasuringLayer", "IReplyReader", "ReplyReading", "ReportedTokens"];

    static readonly string[] Leaves = ["Basics", "Protocols", "Conventions", "Labels", "Outcomes", "Prices"];

    static readonly Dictionary<string, string[]> Below = new()
    {
        ["Users"] = ["CompilerServices", "Exposition", "SafetyNet", "Requests", "Nesting", "Counting", "Contracts", .. Leaves],
        ["CompilerServices"] = ["Replies", "SafetyNet", "Requests", "Nesting", "Tracing", "Counting", "Contracts", .. Leaves],
        ["SafetyNet"] = ["Nesting", "Counting", "Contracts", "Endpoints", .. Leaves],
        ["Requests"] = ["Replies", "Nesting", "Tracing", "Counting", "Contracts", .. Leaves],
        ["Nesting"] = ["Tracing", "Counting", "Contracts", .. Leaves],
        ["Exposition"] = ["Counting", "Contracts", .. Leaves],
        ["Counting"] = ["Tracing", "Contracts", .. Leaves],
        ["Tracing"] = ["Counting", "Contracts", .. Leaves],
        ["Replies"] = ["Contracts", .. Leaves],
        ["Contracts"] = Leaves,
        ["Prices"] = ["Labels", "Protocols", "Basics"],
        ["Labels"] = ["Protocols", "Basics"],
        ["Outcomes"] = ["Protocols", "Basics"],
        ["Endpoints"] = ["Protocols", "Basics"],
        ["Conventions"] = [],
        ["Protocols"] = [],
        ["Basics"] = [],
    };

    [Fact]
    public void No_layer_uses_one_that_stands_above_it()
    {
        var edges = TypeReferences.Read(typeof(AiMetrics).Assembly.Location);
        Assert.True(edges.Count > 300, $"Only {edges.Count} uses were found.");
        var forbidden = edges.Where(edge => IsForbidden(edge.From, edge.To))
            .Select(edge => $"{edge.From} uses {edge.To}")
            .Order(StringComparer.Ordinal)
            .ToArray();
        Assert.True(forbidden.Length == 0, string.Join(Environment.NewLine, forbidden));
    }

    static bool IsForbidden(TypeName from, TypeName to) =>
        LayerOf(from) is { } user && LayerOf(to) is { } used && user != used && !(Below.TryGetValue(user, out var below) && below.Contains(used));

    // What the compiler adds lies in no namespace of ours.
    static string? LayerOf(TypeName type) => type switch
    {
        { Namespace: "CrossTier", Name: "AiMetrics" or "AiQueues" or "CrossTierOptions" } => "Users",
        { Namespace: "CrossTier", Name: "PriceBook" or "PartPrices" or "TierPrice" or "TokenPrice" } => "Prices",
        { Namespace: "CrossTier" } => "Basics",
        { Namespace: "CrossTier.CompilerServices" } when Contracts.Contains(type.Name) => "Contracts",
        _ => type.Namespace.StartsWith("CrossTier.", StringComparison.Ordinal) ? type.Namespace["CrossTier.".Length..] : null,
    };
}
