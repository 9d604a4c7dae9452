using System.Text;
using System.Text.Json;

namespace CrossTier.Http.Json;

/// <summary>A string of JSON as it stands there, made into one of ours.</summary>
static class JsonText
{
    /// <summary>The string; null if it is empty or broken.</summary>
    public static string? Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length == JsonScanner.MaxText)
        {
            return null; // A name of such a length is none, and it may have been cut.
        }

        return text.Contains((byte)'\\') ? Unescaped(text) : Encoding.UTF8.GetString(text);
    }

    static string? Unescaped(ReadOnlySpan<byte> text)
    {
        try
        {
            var json = new Utf8JsonReader([(byte)'"', .. text, (byte)'"']);
            return json.Read() ? json.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // An escape that is none: the body is not ours to judge.
        }
    }
}
