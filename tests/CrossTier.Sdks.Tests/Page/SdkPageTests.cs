using System.Runtime.CompilerServices;

namespace CrossTier.Sdks.Tests.Page;

public sealed class SdkPageTests
{
    const string Begin = "<!-- sdks -->";
    const string End = "<!-- /sdks -->";

    /// <summary>With <c>CROSSTIER_UPDATE_DOCS=1</c> the page is written.</summary>
    [Fact]
    public void The_page_says_what_the_tests_show()
    {
        var file = Page();
        var text = File.ReadAllText(file);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("CROSSTIER_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, text[..begin] + SdkTable.Text() + text[end..]);
            return;
        }

        Assert.Equal(SdkTable.Text(), text[begin..end]);
    }

    static string Page([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../docs/sdks.md"));
}
