using System.Text;

namespace CrossTier.Generators.Emission;

/// <summary>Writes indented lines with the same line ends on every system.</summary>
sealed class SourceWriter
{
    readonly StringBuilder _text = new();
    int _indent;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _indent * 4).Append(line);
        }

        _text.Append('\n');
    }

    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    public void Open(string header)
    {
        Line(header);
        Line("{");
        _indent++;
    }

    /// <summary>Opens a type with the attributes of a generated one.</summary>
    public void OpenType(string header)
    {
        Line(GeneratedType.Attributes);
        Open(header);
    }

    public void Close(string end = "}")
    {
        _indent--;
        Line(end);
    }

    public override string ToString() => _text.ToString();
}
