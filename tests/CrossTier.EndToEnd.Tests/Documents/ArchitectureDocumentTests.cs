using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests.Documents;

public sealed class ArchitectureDocumentTests
{
    static readonly string s_text = string.Join('\n', new MarkdownFile("docs/architecture.md").Lines);

    [Theory]
    [InlineData("src")]
    [InlineData("shared")]
    [InlineData("generators")]
    [InlineData("analyzers")]
    [InlineData("samples")]
    [InlineData("tests")]
    public void The_page_names_every_folder(string parent) =>
        Assert.DoesNotContain(Folders(parent), folder => !IsNamed(parent, folder));

    // A project of tests is named by what it tests, in full, or by its short name in the row of another.
    static bool IsNamed(string parent, string folder) =>
        s_text.Contains($"`{parent}/{folder}`", StringComparison.Ordinal)
        || (parent == "tests"
            && (s_text.Contains($"`{folder.Replace("CrossTier.", "", StringComparison.Ordinal)}`", StringComparison.Ordinal)
                || s_text.Contains($"/{folder.Replace(".Tests", "", StringComparison.Ordinal)}`", StringComparison.Ordinal)));

    static IEnumerable<string> Folders(string parent) =>
        from folder in new DirectoryInfo(BuiltFiles.InRepository(parent)).GetDirectories()
        where folder.EnumerateFileSystemInfos().Any(entry => entry.Name is not ("bin" or "obj"))
        select folder.Name;
}
