using CrossTier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the module initialiser that publishes at 0 what the build knows, of this assembly and, in an application, of those it references.</summary>
static class StartupEmitter
{
    public static void Emit(SourceProductionContext context, StartupModel startup)
    {
        if (startup.IsEnabled && startup.Inventories.Count + startup.Queues.Count > 0)
        {
            context.AddSource("CrossTier.Startup.g.cs", Write(startup));
        }
    }

    static string Write(StartupModel startup)
    {
        var queues = startup.Queues;
        var writer = new SourceWriter();
        FileHeader.Write(writer, queues.SelectMany(queue => queue.Owner?.Suppressions ?? []).Distinct().OrderBy(id => id, StringComparer.Ordinal));
        writer.Open("namespace CrossTier.Generated");
        writer.OpenType("file static class Startup");
        writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        writer.Open("internal static void Run()");
        if (startup.HasNestedCall)
        {
            writer.Line($"{RuntimeNames.Layering}.NestedCall();");
        }

        foreach (var inventory in startup.Inventories)
        {
            writer.Line($"{RuntimeNames.Startup}.Declare({Literal.Of(inventory.Assembly)}, [");
            writer.Lines(inventory.Measured.Select(site =>
                $"    new({Literal.Of(site.Call)}, {Literal.Of(site.Provider)}, {Literal.Of(site.Model)}, {Literal.Of(site.Instance)}, "
                + $"{Literal.OfTier(site.Tier)}),"));
            writer.Line($"], {inventory.MeasuredCount}, {inventory.IgnoredCount}, {inventory.BaselinedCount});");
            WriteUnmeasured(writer, inventory.IgnoredProviders, isBaselined: false);
            WriteUnmeasured(writer, inventory.BaselinedProviders, isBaselined: true);
        }

        writer.Lines(queues.Select(QueueEmitter.Registration));
        writer.Close();
        for (var i = 0; i < queues.Count; i++)
        {
            writer.Line();
            writer.Lines(QueueEmitter.Accessor(queues[i], i));
        }

        writer.Close();
        writer.Close();
        return writer.ToString();
    }

    static void WriteUnmeasured(SourceWriter writer, IReadOnlyCollection<string> providers, bool isBaselined)
    {
        if (providers.Count > 0)
        {
            var list = string.Join(", ", providers.Select(provider => Literal.Of(provider.Length == 0 ? null : provider)));
            writer.Line($"{RuntimeNames.Startup}.DeclareUnmeasured([{list}], isBaselined: {(isBaselined ? "true" : "false")});");
        }
    }
}
