using System.Collections.Immutable;
using CrossTier.Generators.Model;
using CrossTier.Inventory;
using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Discovery;

/// <summary>Collects what is published at start-up. Places are left out, so that an edit which only moves calls changes nothing.</summary>
static class StartupReader
{
    public static StartupModel Read(
        (((ImmutableArray<CallModel> Calls, ImmutableArray<PartialModel> Partials) Found, SettingsModel Settings) Own,
            (ImmutableArray<AssemblyInventory> Inventories, ImmutableArray<QueueModel> Queues) Others) input,
        CancellationToken cancellation)
    {
        var ((calls, partials), settings) = input.Own;
        var measured = calls.Where(call => call.State == CallStates.Measured).Select(call => call.Site with { Operation = null, Role = default })
            .Concat(partials.Where(partial => partial.HasCore).Select(partial => partial.Site))
            .ToList();
        var excused = calls.Count(call => call.State == CallStates.Ignored);
        List<AssemblyInventory> inventories = [];
        if (measured.Count + excused > 0)
        {
            inventories.Add(new AssemblyInventory(settings.AssemblyName, Ordered(measured), measured.Count, excused, 0));
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

    static EquatableArray<SiteModel> Ordered(IEnumerable<SiteModel> sites) =>
        sites.Distinct().OrderBy(site => site.ToString(), StringComparer.Ordinal).ToEquatableArray();
}
