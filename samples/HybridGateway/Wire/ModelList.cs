namespace CrossTier.Samples.HybridGateway.Wire;

/// <summary>The reply to <c>GET /v1/models</c>.</summary>
sealed record ModelList(string Object, IReadOnlyList<ModelEntry> Data)
{
    public static ModelList Of(IEnumerable<string> names) => new("list", [.. names.Select(ModelEntry.Of)]);
}

/// <summary>A model that can be asked for.</summary>
sealed record ModelEntry(string Id, string Object, long Created, string OwnedBy)
{
    public static ModelEntry Of(string name) => new(name, "model", Created: 0, "crosstier");
}
