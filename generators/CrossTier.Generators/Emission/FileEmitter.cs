using CrossTier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Emission;

/// <summary>Writes the output of one source file: inventory, call sites, interceptors, readers, partial halves.</summary>
static class FileEmitter
{
    public static void Emit(SourceProductionContext context, FileModel file) => context.AddSource(file.HintName, Write(file));

    public static string Write(FileModel file)
    {
        var writer = new SourceWriter();
        var intercepted = file.IsEnabled ? file.Calls.Where(call => call.Interception is not null).ToList() : [];
        var interceptors = new InterceptorTable(intercepted);
        FileHeader.Write(writer, Suppressions(intercepted, file), !file.IsRuntimeMissing || file.Partials.Count > 0);
        if (file.IsEnabled)
        {
            InventoryEmitter.Write(writer, file, interceptors);
        }

        var sites = new SiteTable();
        var readers = new ReaderTable();
        var clients = new MeasuredClientTable(readers);
        var body = new SourceWriter();
        if (intercepted.Count > 0)
        {
            InterceptorEmitter.Write(body, interceptors, sites, readers, clients);
            clients.Write(body);
        }

        var halves = new SourceWriter();
        foreach (var partial in file.Partials)
        {
            PartialEmitter.Write(halves, partial, file is { IsEnabled: true, IsRuntimeMissing: false }, sites);
        }

        if (intercepted.Count > 0)
        {
            WriteAttribute(writer);
        }

        if (sites.Count > 0 || intercepted.Count > 0)
        {
            writer.Open("namespace CrossTier.Generated");
            foreach (var import in intercepted.Select(call => call.Interception!.Import).Where(import => import.Length > 0).Distinct())
            {
                writer.Line($"using global::{import};");
            }

            sites.Write(writer);
            writer.Lines(body.ToString().TrimEnd('\n').Split('\n').Where(_ => intercepted.Count > 0));
            readers.Write(writer);
            writer.Close();
        }

        return writer + halves.ToString();
    }

    static IEnumerable<string> Suppressions(IEnumerable<CallModel> intercepted, FileModel file) =>
        intercepted.SelectMany(call => call.Interception!.Suppressions)
            .Concat(file.Partials.SelectMany(partial =>
                partial.Signature.Suppressions.Concat(partial.Reply.Suppressions).Concat(partial.Owner?.Suppressions ?? [])))
            .Distinct()
            .OrderBy(id => id, StringComparer.Ordinal);

    static void WriteAttribute(SourceWriter writer)
    {
        writer.Open("namespace System.Runtime.CompilerServices");
        writer.Line("[global::System.AttributeUsage(global::System.AttributeTargets.Method, AllowMultiple = true)]");
        writer.Line(GeneratedType.Attributes);
        writer.Line("file sealed class InterceptsLocationAttribute(int version, string data) : global::System.Attribute");
        writer.Line("{");
        writer.Line("    public int Version { get; } = version;");
        writer.Line("    public string Data { get; } = data;");
        writer.Line("}");
        writer.Close();
        writer.Line();
    }
}
