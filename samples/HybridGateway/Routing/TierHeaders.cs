using CrossTier.Samples.HybridGateway.Upstreams;

namespace CrossTier.Samples.HybridGateway.Routing;

/// <summary>Says in the reply who answered, and why the local model did not if it did not. An error reply says who was asked last.</summary>
sealed class TierHeaders(IHeaderDictionary headers)
{
    public const string Tier = "x-crosstier-tier";
    public const string Provider = "x-crosstier-provider";
    public const string Model = "x-crosstier-model";
    public const string Fallback = "x-crosstier-fallback";

    public void Asked(UpstreamModel model)
    {
        headers[Tier] = model.Tier == AiTier.Local ? "local" : "cloud";
        headers[Provider] = model.Provider;
        headers[Model] = model.Model;
    }

    public void PassedOver(string reason) => headers.Append(Fallback, reason);
}
