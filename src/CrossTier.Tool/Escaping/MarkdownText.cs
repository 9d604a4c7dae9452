namespace CrossTier.Tool.Escaping;

/// <summary>A cell of a table in Markdown: no line ends, no markup, no links.</summary>
static class MarkdownText
{
    public static string Of(string text) => TerminalText.Of(
        text.ReplaceLineEndings(" ")
            .Replace("\\", "\\\\")
            .Replace("|", "\\|")
            .Replace("[", "\\[")
            .Replace("]", "\\]")
            .Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace("`", "\\`"));
}
