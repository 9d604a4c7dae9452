using System.Text.RegularExpressions;
using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests.Documents;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages() => [.. AllPages()];

    /// <summary>The repository's Markdown files.</summary>
    internal static IEnumerable<string> AllPages() =>
        new[] { "docs", "samples", "src", "tests/transcripts", ".github" }
            .SelectMany(folder => Directory.EnumerateFiles(BuiltFiles.InRepository(folder), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(BuiltFiles.InRepository(""), "*.md"))
            .Select(page => Path.GetRelativePath(BuiltFiles.InRepository(""), page).Replace('\\', '/'))
            .Where(page => !page.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "packages"))
            .Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_to_a_file_and_a_heading(string page)
    {
        var text = File.ReadAllText(BuiltFiles.InRepository(page));
        foreach (var target in Link().Matches(Code().Replace(text, "")).Select(match => match.Groups["target"].Value))
        {
            if (target.Contains("://", StringComparison.Ordinal))
            {
                continue;
            }

            var parts = target.Split('#', 2);
            var file = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
            Assert.True(Path.Exists(BuiltFiles.InRepository(file)), $"{page}: {target} is no file");
            if (parts.Length == 2)
            {
                Assert.True(Anchors(File.ReadAllText(BuiltFiles.InRepository(file))).Contains(parts[1]), $"{page}: {target} is no heading");
            }
        }
    }

    [Fact]
    public void The_map_names_every_page()
    {
        var map = File.ReadAllText(BuiltFiles.InRepository("docs/README.md"));
        Assert.All(
            Directory.EnumerateFiles(BuiltFiles.InRepository("docs"), "*.md").Select(Path.GetFileName).Where(page => page != "README.md"),
            page => Assert.Contains($"]({page})", map, StringComparison.Ordinal));
    }

    // As GitHub makes them: lower case, blanks are hyphens, punctuation falls away.
    static IEnumerable<string> Anchors(string text) =>
        Heading().Matches(Code().Replace(text, ""))
            .Select(match => Punctuation().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex("""\]\((?<target>[^)\s]+)\)""")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
