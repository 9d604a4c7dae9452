using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>Writes what the assembly says of its calls.</summary>
internal static class InventoryEmitter
{
    public static void Write(SourceWriter writer, FileModel file)
    {
        foreach (var call in file.Calls)
        {
            Write(writer, InventoryLine.Of(call.State, "call", call.Api, call.Operation, call.Site, call.Place, call.Reason, call.ApiId, call.Member));
        }

        foreach (var partial in file.Partials.Where(partial => partial.HasCore))
        {
            Write(writer, InventoryLine.Of("measured", "definition", partial.Site.Call, "Other", partial.Site, partial.Place, reason: null));
        }

        writer.Line();
    }

    static void Write(SourceWriter writer, string line) =>
        writer.Line($"[assembly: global::System.Reflection.AssemblyMetadataAttribute({Literal.Of(InventoryLine.Key)}, {Literal.Of(line)})]");
}
