using CrossTier.Recognition;

namespace CrossTier.Generators.Emission;

/// <summary>The head of every generated file.</summary>
static class FileHeader
{
    public static void Write(SourceWriter writer, IEnumerable<string> suppressions, bool annotates = true)
    {
        writer.Line(GeneratedHeader.Text);
        if (annotates) // A list of calls alone compiles in the language of .NET Framework too.
        {
            writer.Line("#nullable enable annotations");
        }

        writer.Line("#pragma warning disable CS0612, CS0618 // The call uses an obsolete API: reported at the call.");
        writer.Line("#pragma warning disable CS1591 // Generated members need no documentation.");
        foreach (var id in suppressions)
        {
            writer.Line($"#pragma warning disable {id} // The API is experimental or obsolete: reported, or accepted, at the call.");
        }

        writer.Line();
    }
}
