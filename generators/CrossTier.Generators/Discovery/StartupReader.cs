using System.Collections.Immutable;
using CrossTier.Generators.Model;
using CrossTier.Inventory;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Discovery;

/// <summary>Collects what is published at start-up. Places are left out, so that an edit which only moves calls changes nothing.</summary>
static class StartupReader
{
    public static StartupModel Read(
        (((ImmutableArray<CallModel> Calls, ImmutableArray<PartialModel> Partials) Found,
                (SettingsModel Settings, ImmutableArray<BaselineLine> Baseline) Project) Own,
            (ImmutableArray<AssemblyInventory> Inventories, ImmutableArray<QueueModel> Queues) Others) input,
        CancellationToken cancellation)
    {
        var ((calls, partials), (settings, baseline)) = input.Own;
        var measured = calls.Where(call => call.State == CallStates.Measured).Select(call => call.Site with { Operation = null, Role = default })
            .Concat(partials.Where(partial => partial.HasCore).Select(partial => partial.Site))
            .ToList();
        var ignored = calls.Where(call => call.State == CallStates.Ignored).ToList();
        var baselined = BaselineReader.Covered(calls, baseline);
        List<AssemblyInventory> inventories = [];
        if (measured.Count + ignored.Count + baselined.Count > 0)
        {
            inventories.Add(new AssemblyInventory(settings.AssemblyName, Ordered(measured), measured.Count, ignored.Count, baselined.Count)
            {
                IgnoredProviders = ProvidersOf(ignored),
                BaselinedProviders = ProvidersOf(baselined),
            });
        }

        if (settings.IsApplication)
        {
            inventories.AddRange(input.Others.Inventories.OrderBy(inventory => inventory.Assembly, StringComparer.Ordinal));
        }

        return new StartupModel(
            settings is { IsEnabled: true, IsRuntimeMissing: false },
            calls.Any(call => call is { State: CallStates.Measured, IsNested: true }),
            inventories.ToEquatableArray(),
            input.Others.Queues.ToEquatableArray());
    }

    static EquatableArray<string> ProvidersOf(IEnumerable<CallModel> calls) =>
        calls.Select(call => call.Site.ApiProvider ?? "").Distinct().OrderBy(provider => provider, StringComparer.Ordinal).ToEquatableArray();

    static EquatableArray<SiteModel> Ordered(IEnumerable<SiteModel> sites) =>
        sites.Distinct().OrderBy(site => site.ToString(), StringComparer.Ordinal).ToEquatableArray();
}
