using System.Globalization;
using System.Text;

namespace CrossTier.Tool.Inventory;

/// <summary>Reads what a build wrote of one call: <c>key=value</c> pairs divided by tabs. Keys that are not known are left alone.</summary>
static class InventoryLine
{
    public const string Key = "CrossTier.Call";

    /// <exception cref="InputException">The line is not of that form.</exception>
    public static InferenceCall Parse(string line, string assembly)
    {
        var pairs = Pairs(line);
        string? Value(string key) => pairs.GetValueOrDefault(key);
        int Number(string key) => int.TryParse(Value(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

        if (!Enum.TryParse<CallState>(Value("state"), ignoreCase: true, out var state) || Value("api") is not { } api)
        {
            throw new InputException($"'{assembly}' holds a call that this version of crosstier cannot read; update the tool ('dotnet tool update crosstier').");
        }

        return new InferenceCall(
            assembly,
            state,
            Value("how") ?? "call",
            api,
            Value("operation") ?? "",
            Value("call") ?? "",
            Value("file") ?? "",
            Number("line"),
            Number("column"),
            Value("provider"),
            Value("model"),
            Value("instance"),
            Value("apiProvider"),
            Value("tier"),
            Value("reason"),
            Value("apiId"),
            Value("member"));
    }

    static Dictionary<string, string> Pairs(string line)
    {
        Dictionary<string, string> pairs = [];
        foreach (var pair in line.Split('\t'))
        {
            if (pair.IndexOf('=') is > 0 and var equals)
            {
                pairs[pair[..equals]] = Unescape(pair[(equals + 1)..]);
            }
        }

        return pairs;
    }

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
