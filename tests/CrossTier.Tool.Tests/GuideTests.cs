using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CrossTier.Tool.Tests;

/// <summary>The commands that the guides print are commands of the tool.</summary>
public class GuideTests
{
    [Fact]
    public void Every_command_that_the_operating_guide_shows_is_understood()
    {
        var text = File.ReadAllText(Guide()).Replace("\\\n", " ");
        string[] commands =
        [
            .. Regex.Matches(text, @"^\s*(crosstier .+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value),
            .. Regex.Matches(text, "`(crosstier [a-z]+ [^`]+)`").Select(match => match.Groups[1].Value),
        ];
        Assert.True(commands.Length >= 8, $"{commands.Length} commands");
        Assert.All(commands, command => Assert.Empty(CommandLine.Parse(command.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]).Errors));
    }

    [Fact]
    public void Every_page_that_a_runbook_links_to_exists()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Guide())!, "runbooks");
        foreach (var page in Directory.GetFiles(folder, "*.md"))
        {
            var text = File.ReadAllText(page);
            Assert.All(
                Regex.Matches(text, @"\]\((\w+\.md)\)").Select(match => match.Groups[1].Value),
                link => Assert.True(File.Exists(Path.Combine(folder, link)), $"{page}: {link}"));
        }
    }

    static string Guide([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../docs/operating.md"));
}
