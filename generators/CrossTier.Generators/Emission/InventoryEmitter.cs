using CrossTier.Generators.Model;
using CrossTier.Inventory;
using CrossTier.Recognition;

namespace CrossTier.Generators.Emission;

/// <summary>Writes what the assembly reports of its calls: each sort of call once, and nothing that an edit elsewhere in the file would change.</summary>
static class InventoryEmitter
{
    public static void Write(SourceWriter writer, FileModel file, InterceptorTable interceptors)
    {
        var partials = file.Partials.Where(partial => partial.HasCore).Select(partial => Line(partial, file.IsRuntimeMissing));
        var lines = file.Calls.Select(call => Line(call, interceptors)).Concat(partials);
        foreach (var line in InventoryLine.Merge(lines))
        {
            writer.Line($"[assembly: global::System.Reflection.AssemblyMetadataAttribute({Literal.Of(InventoryLine.Key)}, {Literal.Of(line)})]");
        }

        writer.Line();
    }

    static string Line(CallModel call, InterceptorTable interceptors) => InventoryLine.Write(
    [
        new(CallKeys.State, call.State),
        new(CallKeys.How, CallKeys.ByCall),
        new(CallKeys.Api, call.Api),
        new(CallKeys.Operation, call.Operation),
        .. Labels(call.Site),
        new(CallKeys.Reason, call.Reason),
        new(CallKeys.ApiId, call.ApiId),
        new(CallKeys.Member, call.Member),
        new(CallKeys.Interceptor, interceptors.NameOf(call)),
    ]);

    static string Line(PartialModel partial, bool isRuntimeMissing) => InventoryLine.Write(
    [
        new(CallKeys.State, isRuntimeMissing ? CallStates.Refused : CallStates.Measured),
        new(CallKeys.How, CallKeys.ByDefinition),
        new(CallKeys.Api, partial.Site.Call),
        new(CallKeys.Operation, "Other"),
        .. Labels(partial.Site),
        new(CallKeys.Reason, isRuntimeMissing ? nameof(UnsupportedReason.Framework) : null),
        new(CallKeys.Member, partial.Member),
    ]);

    static IEnumerable<KeyValuePair<string, string?>> Labels(SiteModel site) =>
    [
        new(CallKeys.Call, site.Call),
        new(CallKeys.Provider, site.Provider),
        new(CallKeys.Model, site.Model),
        new(CallKeys.Instance, site.Instance),
        new(CallKeys.Tier, site.Tier > 0 ? ExplicitLabels.Tiers[site.Tier].ToLowerInvariant() : null),
        new(CallKeys.ApiProvider, site.ApiProvider),
    ];
}
