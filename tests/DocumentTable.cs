using System.Runtime.CompilerServices;

namespace CrossTier.Testing;

/// <summary>What tests write into a page of <c>docs</c>, between two comments with its name.</summary>
static class DocumentTable
{
    /// <summary>Fails if the page has another text; with <c>CROSSTIER_UPDATE_DOCS=1</c> it is written.</summary>
    /// <param name="page">The page's file.</param>
    /// <param name="name">The name in the comments.</param>
    /// <param name="measured">What is to stand between their lines.</param>
    public static void Compare(string page, string name, string measured)
    {
        var file = Path.Combine(Folder(), page);
        var text = File.ReadAllText(file);
        var mark = $"<!-- {name} -->\n";
        var (begin, end) = (text.IndexOf(mark, StringComparison.Ordinal) + mark.Length, text.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("CROSSTIER_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, text[..begin] + measured + text[end..]);
            return;
        }

        Assert.Equal(measured, text[begin..end]);
    }

    static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../docs"));
}
