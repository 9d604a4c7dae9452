using CrossTier.Exposition;
using CrossTier.Inventory;
using CrossTier.Tool.Pages;

namespace CrossTier.Tool.Inventory;

/// <summary>Reads from a metrics page which calls a running application has made or declared, and how many its code holds.</summary>
static class PageCallReader
{
    public static IEnumerable<InferenceCall> Read(MetricsPage page)
    {
        var tiers = page[MetricDefinitions.ProviderInfo.Name].ToLookup(sample => sample["provider"], sample => sample["tier"]);
        return page[MetricDefinitions.CallRequests.Name]
            .Select(sample => (Call: sample["call"], Provider: sample["provider"], Model: sample["model"]))
            .Distinct()
            .Select(call => new InferenceCall(
                page.Source, CallState.Measured, CallKeys.ByCall, Api: "", Operation: "", call.Call, Location: null, call.Provider, call.Model,
                Instance: null, ApiProvider: null, tiers[call.Provider].FirstOrDefault(), Reason: null, ApiId: null, Member: null));
    }

    /// <summary>Counts call sites as the build saw them: one call site may have several models, so counting label sets would be wrong.</summary>
    public static CallInventory WithCounts(CallInventory inventory, IEnumerable<MetricsPage> pages)
    {
        var sites = pages.SelectMany(page => page[MetricDefinitions.CallSites.Name]).ToLookup(sample => sample["state"], sample => (int)sample.Value);
        return inventory with
        {
            Measured = sites[CallStates.Measured].Sum(),
            Ignored = sites[CallStates.Ignored].Sum(),
            Baselined = sites[CallStates.Baselined].Sum(),
        };
    }
}
