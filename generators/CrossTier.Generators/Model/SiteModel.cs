namespace CrossTier.Generators.Model;

/// <summary>What the build knows of a call's labels. Null is not stated.</summary>
internal sealed record SiteModel(string Call, string? Provider, string? Model, string? Instance, int Tier, string? ApiProvider);
