using System.Collections.Concurrent;
using CrossTier.CompilerServices;
using Microsoft.SemanticKernel;

namespace CrossTier.SemanticKernel;

/// <summary>The <c>call</c> label of a kernel function: its plugin and name. Inline prompts have random names, which are no labels.</summary>
static class FunctionSites
{
    const int Max = 1000;
    const int RandomPart = 33; // '_' and a GUID

    static readonly ConcurrentDictionary<string, CallSite> Sites = new();
    static readonly CallSite Others = CallSite.OfFunction("other");

    public static CallSite Of(KernelFunction function)
    {
        var name = NameOf(function.PluginName, function.Name);
        return Sites.TryGetValue(name, out var site) ? site
            : Sites.Count < Max ? Sites.GetOrAdd(name, CallSite.OfFunction)
            : Others;
    }

    internal static string NameOf(string? plugin, string name)
    {
        var stable = name.Length > RandomPart && name[^RandomPart] == '_' && Guid.TryParseExact(name.AsSpan(name.Length - RandomPart + 1), "N", out _)
            ? name[..^RandomPart]
            : name;
        return string.IsNullOrEmpty(plugin) ? stable : $"{plugin}.{stable}";
    }
}
