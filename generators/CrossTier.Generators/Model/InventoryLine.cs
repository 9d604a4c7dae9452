using System.Text;

namespace CrossTier.Generators.Model;

/// <summary>
/// A call in the inventory: <c>key=value</c> pairs divided by tabs, with <c>\t</c>, <c>\n</c>, <c>\r</c> and <c>\\</c> escaped. It is the value of an
/// <c>[assembly: AssemblyMetadata("CrossTier.Call", ...)]</c>, so it outlives the build and needs no library to read.
/// </summary>
internal static class InventoryLine
{
    public const string Key = "CrossTier.Call";

    public static string Of(string state, string how, string api, string operation, SiteModel site, PlaceModel place, string? reason, string? apiId = null, string? member = null) =>
        string.Join("\t", Pairs(state, how, api, operation, site, place, reason, apiId, member));

    public static Dictionary<string, string> Parse(string line)
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

        return pairs;
    }

    static IEnumerable<string> Pairs(string state, string how, string api, string operation, SiteModel site, PlaceModel place, string? reason, string? apiId, string? member)
    {
        yield return Pair("state", state);
        yield return Pair("how", how);
        yield return Pair("api", api);
        yield return Pair("operation", operation);
        yield return Pair("call", site.Call);
        yield return Pair("file", place.File);
        yield return Pair("line", place.Line.ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return Pair("column", place.Column.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (key, value) in new[] { ("provider", site.Provider), ("model", site.Model), ("instance", site.Instance), ("apiProvider", site.ApiProvider), ("reason", reason), ("apiId", apiId), ("member", member) })
        {
            if (value is not null)
            {
                yield return Pair(key, value);
            }
        }

        if (site.Tier > 0)
        {
            yield return Pair("tier", CrossTier.Recognition.StatedLabels.Tiers[site.Tier].ToLowerInvariant());
        }
    }

    static string Pair(string key, string value) =>
        $"{key}={value.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n").Replace("\r", "\\r")}";

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
