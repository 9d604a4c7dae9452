using System.Buffers;
using System.Globalization;
using System.Text;

namespace CrossTier.Tool.Escaping;

/// <summary>
/// The code points that no output holds raw: controls, line and paragraph separators, format characters (among them those that turn the direction
/// of text), halves of surrogate pairs, private and unassigned ones. Each target writes them in its own way.
/// </summary>
static class SpecialText
{
    public static bool Is(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    /// <summary>Whether a text holds one.</summary>
    public static bool IsIn(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != OperationStatus.Done || Is(rune))
            {
                return true;
            }

            at += length;
        }

        return false;
    }

    /// <summary>Replaces each special code point. Half of a surrogate pair has no form in UTF-8: it becomes the replacement character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="escape">How the target writes a special code point; null leaves it.</param>
    public static string Replace(string text, Func<Rune, string?> escape)
    {
        if (!IsIn(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            escaped.Append(Is(rune) && escape(rune) is { } replacement ? replacement : rune.ToString());
            at += length;
        }

        return escaped.ToString();
    }

    /// <summary><c>\u2028</c>, or <c>\U000e0001</c> beyond the first plane: what PromQL, Go and YAML understand, and what a reader recognises.</summary>
    public static string Hex(Rune rune) => rune.IsBmp ? $"\\u{rune.Value:x4}" : $"\\U{rune.Value:x8}";
}
