using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Emission;

/// <summary>Writes an adapter: its file is a resource of this assembly.</summary>
static class AdapterEmitter
{
    const string Embedded = "[global::Microsoft.CodeAnalysis.Embedded]";

    public static void Emit(SourceProductionContext context, string adapter) => context.AddSource($"CrossTier.Adapters.{adapter}.g.cs", Write(adapter));

    public static string Write(string adapter)
    {
        using var reader = new StreamReader(typeof(AdapterEmitter).Assembly.GetManifestResourceStream($"CrossTier.Adapters.{adapter}.cs")!);
        var writer = new SourceWriter();
        FileHeader.Write(writer, []);
        while (reader.ReadLine() is { } line)
        {
            writer.Line(line);
            if (line == Embedded)
            {
                writer.Line(GeneratedType.Attributes);
            }
        }

        return writer.ToString();
    }
}
