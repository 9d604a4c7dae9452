namespace CrossTier.Tool.Escaping;

/// <summary>A string in PromQL, which has the escapes of Go.</summary>
static class PromqlText
{
    public static string Quote(string text) =>
        $"\"{SpecialText.Replace(text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n"), SpecialText.Hex)}\"";
}
