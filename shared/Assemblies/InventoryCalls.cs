using CrossTier.Inventory;

namespace CrossTier.Assemblies;

/// <summary>
/// The calls that a build wrote into an assembly, with their locations: what the PDB reports of the instruction that calls the interceptor, or the
/// API where nothing intercepts. Where there is no such instruction (a dynamic call) or another's code (the generated half of a partial
/// method), it is the first statement of the member.
/// </summary>
static class InventoryCalls
{
    /// <exception cref="BadImageFormatException">The assembly is damaged.</exception>
    public static IReadOnlyList<InventoryCall> Read(AssemblyFile file)
    {
        var calls = InventoryReader.Lines(file.Metadata)
            .Select(line => (Values: InventoryLine.Parse(line, out var count), Count: count))
            .SelectMany(line => Enumerable.Repeat(line.Values, line.Count))
            .ToList();
        return file.Symbols is null || calls.Count == 0 ? [.. calls.Select(values => new InventoryCall(values, Location: null))] : Locate(file, calls);
    }

    static List<InventoryCall> Locate(AssemblyFile file, List<Dictionary<string, string>> calls)
    {
        var apis = calls.Select(MethodOf).ToHashSet(StringComparer.Ordinal);
        var uses = MethodUses.Find(file, name => IsInterceptor(name) || apis.Contains(name.Method));
        var left = uses.All().ToList();
        Lazy<IReadOnlyDictionary<string, SourceLocation>> members = new(uses.Members);
        return [.. calls.Select(values => new InventoryCall(values, Take(left, values) ?? First(members, values)))];
    }

    static SourceLocation? Take(List<MethodUse> left, Dictionary<string, string> values)
    {
        var member = values.GetValueOrDefault(CallKeys.Member, "");
        var use = values.TryGetValue(CallKeys.Interceptor, out var interceptor)
            ? left.Where(use => IsInterceptor(use.Target) && use.Target.Method == interceptor)
                .OrderByDescending(use => use.Members.Contains(member))
                .FirstOrDefault()
            : left.Where(use => !IsInterceptor(use.Target) && use.Target.Method == MethodOf(values) && use.Members.Contains(member))
                .OrderByDescending(use => values.GetValueOrDefault(CallKeys.Api, "")
                .EndsWith($"{use.Target.ShortType}.{use.Target.Method}", StringComparison.Ordinal)).FirstOrDefault();
        if (use is not null)
        {
            left.Remove(use);
        }

        return use?.Location;
    }

    static SourceLocation? First(Lazy<IReadOnlyDictionary<string, SourceLocation>> members, Dictionary<string, string> values)
    {
        var member = values.GetValueOrDefault(CallKeys.Member, "");
        var body = values.GetValueOrDefault(CallKeys.How) == CallKeys.ByDefinition ? PartialNames.CoreOf(member) : member;
        return members.Value.TryGetValue(body, out var first) ? first : null;
    }

    static bool IsInterceptor(MethodName name) => name.Type.StartsWith(GeneratedNames.Namespace + ".", StringComparison.Ordinal);

    static string MethodOf(Dictionary<string, string> values) =>
        values.GetValueOrDefault(CallKeys.ApiId, "") is var api ? api[(api.LastIndexOf('.') + 1)..] : "";
}
