using System.Text;
using CrossTier.Protocols;

namespace CrossTier.Requests;

/// <summary>A count in a reply's wire form.</summary>
/// <param name="json">The names down to it, with dots between them.</param>
/// <param name="count">Which count it is.</param>
/// <param name="tool">The tool whose uses it counts; null if it counts tokens.</param>
sealed class RawName(string json, TokenCount count, string? tool)
{
    public string Json { get; } = json;

    /// <summary>The same as a JSON path, of the first choice.</summary>
    public byte[] Path { get; } = Encoding.UTF8.GetBytes(PathOf(json));

    public TokenCount Count { get; } = count;

    public string? Tool { get; } = tool;

    public static string PathOf(string json) => "$." + json.Replace("choices.", "choices[0].", StringComparison.Ordinal);
}
