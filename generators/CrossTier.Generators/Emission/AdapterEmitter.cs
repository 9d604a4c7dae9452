using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Emission;

/// <summary>Writes an adapter: its file, with the head and the attributes of what is generated.</summary>
static class AdapterEmitter
{
    const string Embedded = "[global::Microsoft.CodeAnalysis.Embedded]";

    public static void Emit(SourceProductionContext context, string adapter) => context.AddSource($"CrossTier.Adapters.{adapter}.g.cs", Write(adapter));

    public static string Write(string adapter)
    {
        var writer = new SourceWriter();
        FileHeader.Write(writer, []);
        foreach (var line in AdapterSources.Text(adapter).Replace("\r\n", "\n").TrimEnd('\n').Split('\n'))
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
