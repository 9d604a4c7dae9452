using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Emission;

/// <summary>
/// Where our attributes stand and their types are not referenced: one error that tells what to write, and the attributes themselves, so that the
/// compiler adds no CS0246 for each. No target of the package runs there, and rules need the types.
/// </summary>
static class MissingTypesEmitter
{
    const string Prefix = "CrossTier.Attributes.";

    static readonly DiagnosticDescriptor Descriptor = new(
        "AIC011",
        "This build cannot measure, or cannot check",
        "The reference to CrossTier brings its analyzers without its types: IncludeAssets or ExcludeAssets on it, or PrivateAssets in a project between, "
        + "leaves out its assets 'compile'. Write <PackageReference Include=\"CrossTier\" Version=\"...\" /> without them.",
        "CrossTier",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RepositoryAddress.Documentation + "rules/AIC011.md");

    public static void Emit(SourceProductionContext context, bool isMissing)
    {
        if (isMissing)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.None));
            context.AddSource("CrossTier.Attributes.g.cs", Write());
        }
    }

    static string Write()
    {
        var writer = new SourceWriter();
        FileHeader.Write(writer, []);
        writer.Open("namespace CrossTier");
        writer.Line("using global::System;");
        var assembly = typeof(MissingTypesEmitter).Assembly;
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            writer.Lines(reader.ReadToEnd().Replace("\r\n", "\n").Split('\n')
                .Where(line => !line.StartsWith("namespace ", StringComparison.Ordinal) && !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
                .Select(line => line.Replace("public sealed class ", "sealed class ").Replace("public enum ", "enum ")));
        }

        writer.Close();
        return writer.ToString();
    }
}
