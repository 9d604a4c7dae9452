using System.Text;

namespace CrossTier.Tool.Escaping;

/// <summary>A name in a template of Go: labels and annotations of alerts are such.</summary>
static class TemplateText
{
    const string Open = "{{";
    const string Literal = "{{\"{{\"}}";

    /// <summary>The very name, for a label.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        var at = 0;
        for (var next = 0; (next = name.IndexOf(Open, at, StringComparison.Ordinal)) >= 0; at = next + Open.Length)
        {
            text.Append(name, at, next - at).Append(Literal);
        }

        return text.Append(name, at, name.Length - at).ToString();
    }

    /// <summary>The name as people read it, for an annotation.</summary>
    public static string Shown(string name) => Of(TerminalText.Of(name));
}
