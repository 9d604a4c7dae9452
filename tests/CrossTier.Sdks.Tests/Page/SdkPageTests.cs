using System.Reflection;
using System.Runtime.CompilerServices;

namespace CrossTier.Sdks.Tests.Page;

public sealed class SdkPageTests
{
    static readonly string s_table =
        typeof(SdkPageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(line => line.Key == "SdkTable").Value!;

    /// <summary>With <c>CROSSTIER_UPDATE_DOCS=1</c> the page is written.</summary>
    [Fact]
    public void The_page_says_what_the_tests_show()
    {
        var file = Page();
        var text = File.ReadAllText(file);
        var mark = $"<!-- {s_table} -->";
        var (begin, end) = (text.IndexOf(mark, StringComparison.Ordinal) + mark.Length, text.IndexOf($"<!-- /{s_table} -->", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("CROSSTIER_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, text[..begin] + SdkTable.Text() + text[end..]);
            return;
        }

        Assert.Equal(SdkTable.Text(), text[begin..end]);
    }

    static string Page([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../docs/sdks.md"));
}
