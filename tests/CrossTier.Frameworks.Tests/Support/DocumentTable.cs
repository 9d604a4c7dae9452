using System.Runtime.CompilerServices;

namespace CrossTier.Frameworks.Tests.Support;

/// <summary>A table of <c>docs/frameworks.md</c>, between two comments with its name.</summary>
static class DocumentTable
{
    /// <summary>Fails if the document has another text; with <c>CROSSTIER_UPDATE_DOCS=1</c> it is written.</summary>
    public static void Compare(string name, string measured, [CallerFilePath] string path = "")
    {
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../docs/frameworks.md"));
        var text = File.ReadAllText(file);
        var begin = text.IndexOf($"<!-- {name} -->", StringComparison.Ordinal) + $"<!-- {name} -->\n".Length;
        var end = text.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("CROSSTIER_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, text[..begin] + measured + text[end..]);
            return;
        }

        Assert.Equal(measured, text[begin..end]);
    }
}
