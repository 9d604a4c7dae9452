namespace CrossTier.Tool.Escaping;

/// <summary>A text for a terminal or another place where people read it: special code points stand there as <c>\u001b</c> and do nothing.</summary>
static class TerminalText
{
    public static string Of(string text) => SpecialText.Replace(text, SpecialText.Hex);
}
