namespace CrossTier.Tool.Escaping;

/// <summary>A message in SARIF, where <c>[text](address)</c> is a link and <c>{0}</c> a placeholder.</summary>
static class SarifText
{
    public static string Of(string text)
    {
        text = TerminalText.Of(text).Replace("{", "{{").Replace("}", "}}");
        return text.Contains("](", StringComparison.Ordinal) ? text.Replace("\\", "\\\\").Replace("[", "\\[").Replace("]", "\\]") : text;
    }
}
