using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests.Documents;

/// <summary>A page of the repository: its lines, code blocks and tables.</summary>
sealed class MarkdownFile(string path)
{
    public string[] Lines { get; } = File.ReadAllLines(BuiltFiles.InRepository(path));

    /// <summary>The code blocks of a language, in order.</summary>
    public IEnumerable<string[]> Code(string language)
    {
        for (var line = 0; line < Lines.Length; line++)
        {
            if (Lines[line].Trim() == "```" + language)
            {
                var block = Lines.Skip(line + 1).TakeWhile(text => text.Trim() != "```").ToArray();
                line += block.Length + 1;
                yield return block;
            }
        }
    }

    /// <summary>The rows of the table under a heading row, cell by cell.</summary>
    public IEnumerable<string[]> Table(params string[] heading)
    {
        var start = Array.FindIndex(Lines, line => Cells(line).SequenceEqual(heading));
        Assert.True(start >= 0, $"There is no table of {string.Join(", ", heading)}.");
        return Lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells);
    }

    static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
}
