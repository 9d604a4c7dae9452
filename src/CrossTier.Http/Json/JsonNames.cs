using System.Text;
using CrossTier.Protocols;

namespace CrossTier.Http.Json;

/// <summary>Finds a name by its bytes.</summary>
static class JsonNames
{
    static readonly string[] All = [.. ReplyPaths.All.SelectMany(path => path.Path.Split('.')).Distinct()];

    static readonly (byte[] Text, JsonName Name)[][] ByLength = Group();

    public static JsonName Of(ReadOnlySpan<byte> name)
    {
        if (name.Length < ByLength.Length)
        {
            foreach (var (text, known) in ByLength[name.Length])
            {
                if (name.SequenceEqual(text))
                {
                    return known;
                }
            }
        }

        return JsonName.None;
    }

    static (byte[] Text, JsonName Name)[][] Group()
    {
        var groups = All
            .Select((name, index) => (Text: Encoding.UTF8.GetBytes(name), Name: (JsonName)checked((byte)(index + 1))))
            .ToLookup(entry => entry.Text.Length);
        return [.. Enumerable.Range(0, groups.Max(group => group.Key) + 1).Select(length => groups[length].ToArray())];
    }
}
