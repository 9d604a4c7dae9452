using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CrossTier.Generators.Emission;

/// <summary>The files of <c>generators/CrossTier.Adapters</c>, which are resources of this assembly: each is a type named like it.</summary>
static class AdapterSources
{
    /// <summary>The attribute that all others have.</summary>
    public const string Embedded = "EmbeddedAttribute";

    const string Prefix = "CrossTier.Adapters.";
    const string Extension = ".cs";

    static readonly ImmutableDictionary<string, string> Texts = typeof(AdapterSources).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToImmutableDictionary(name => name.Substring(Prefix.Length, name.Length - Prefix.Length - Extension.Length), Read);

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names => Texts.Keys;

    /// <summary>The name by which other generated code uses one.</summary>
    public static string Full(string adapter) => $"global::CrossTier.Generated.Adapters.{adapter}";

    /// <summary>The text of one.</summary>
    public static string Text(string adapter) => Texts[adapter];

    /// <summary>Adapters and those that they name, in one order.</summary>
    public static IEnumerable<string> WithParts(IEnumerable<string> adapters)
    {
        SortedSet<string> found = new(StringComparer.Ordinal);
        Queue<string> open = new(adapters);
        while (open.Count > 0)
        {
            var adapter = open.Dequeue();
            if (found.Add(adapter))
            {
                foreach (Match word in Regex.Matches(Text(adapter), @"\w+"))
                {
                    if (Texts.ContainsKey(word.Value))
                    {
                        open.Enqueue(word.Value);
                    }
                }
            }
        }

        return found;
    }

    static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(AdapterSources).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
