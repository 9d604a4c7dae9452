using System.Globalization;
using System.Text;

namespace CrossTier.Inventory;

/// <summary>
/// Calls in the inventory of an assembly: <c>key=value</c> pairs divided by tabs, with <c>\t</c>, <c>\n</c>, <c>\r</c> and <c>\\</c> escaped. It is
/// the value of an <c>[assembly: AssemblyMetadata("CrossTier.Call", ...)]</c>, so it outlives the build and needs no library to read. It holds no
/// location: an edit that only moves code changes neither a reference assembly nor what hot reload refuses.
/// </summary>
static class InventoryLine
{
    /// <summary>The attribute's first argument.</summary>
    public const string Key = "CrossTier.Call";

    /// <summary>A line of what is known: pairs without a value are left out.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string?>> pairs) =>
        string.Join("\t", pairs.Where(pair => pair.Value is not null).Select(pair => pair.Key + "=" + Escape(pair.Value!)));

    /// <summary>Equal lines become one that carries their count; the order is that of their text.</summary>
    public static IEnumerable<string> Merge(IEnumerable<string> lines) => lines
        .GroupBy(line => line, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Count() is > 1 and var count ? $"{group.Key}\t{CallKeys.Count}={count.ToString(CultureInfo.InvariantCulture)}" : group.Key);

    /// <summary>The pairs of a line, without the count of calls that it stands for.</summary>
    public static Dictionary<string, string> Parse(string line, out int count)
    {
        Dictionary<string, string> pairs = [];
        foreach (var pair in line.Split('\t'))
        {
            var equals = pair.IndexOf('=');
            if (equals > 0)
            {
                pairs[pair.Substring(0, equals)] = Unescape(pair.Substring(equals + 1));
            }
        }

        count = pairs.TryGetValue(CallKeys.Count, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 1;
        pairs.Remove(CallKeys.Count);
        return pairs;
    }

    static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r");

    static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' || i + 1 == text.Length ? text[i] : text[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }

        return plain.ToString();
    }
}
