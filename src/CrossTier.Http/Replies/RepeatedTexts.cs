using System.Text;
using CrossTier.Http.Json;

namespace CrossTier.Http.Replies;

/// <summary>The texts of a reply that each of its chunks repeats, made once each: its id, its model, its service tier.</summary>
sealed class RepeatedTexts
{
    readonly string?[] _known = new string?[8];
    int _next;

    /// <summary>The string; null if it is broken, or longer than a name.</summary>
    public string? Of(ReadOnlySpan<byte> text)
    {
        foreach (var known in _known)
        {
            if (known is not null && known.Length == text.Length && Ascii.Equals(text, known))
            {
                return known;
            }
        }

        var made = JsonText.Of(text);
        _known[_next] = made;
        _next = (_next + 1) % _known.Length;
        return made;
    }
}
