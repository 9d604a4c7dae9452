using System.Collections.Immutable;
using CrossTier.Generators.Emission;
using CrossTier.Generators.Model;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Discovery;

/// <summary>Collects the adapters that the calls of a compilation use: each is written once, however many files use it.</summary>
static class AdapterReader
{
    public static EquatableArray<string> Read(((ImmutableArray<CallModel> Calls, ImmutableArray<PartialModel> Partials) Found, SettingsModel Settings) input,
        CancellationToken cancellation)
    {
        if (!input.Settings.IsEnabled || input.Settings.IsRuntimeMissing)
        {
            return default;
        }

        var needed = input.Found.Calls.Select(call => call.Interception).OfType<InterceptionModel>().SelectMany(Needed)
            .Concat(input.Found.Partials.Where(partial => partial.HasCore).Select(partial => partial.Reply.Adapter))
            .Where(adapter => adapter.Length > 0)
            .ToList();
        if (needed.Count > 0 && !input.Settings.HasEmbeddedAttribute)
        {
            needed.Add(AdapterSources.Embedded);
        }

        return needed.Distinct().OrderBy(adapter => adapter, StringComparer.Ordinal).ToEquatableArray();
    }

    static IEnumerable<string> Needed(InterceptionModel call) => call.Plan switch
    {
        KernelPlan plan => [call.Reply.Adapter, plan.Adapter],
        ThroughClientPlan plan =>
        [
            call.Reply.Adapter,
            .. plan.Measured.Requests.Select(request => request.Reply.Adapter),
            plan.Loop?.CapabilityAdapter ?? "",
            plan.Loop?.OptionsAdapter ?? "",
        ],
        _ => [call.Reply.Adapter],
    };
}
