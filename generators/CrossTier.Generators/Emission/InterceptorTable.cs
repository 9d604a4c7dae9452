using CrossTier.Generators.Discovery;
using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>
/// The interceptors of a file, named by labels and signature and in the order of their names: neither an edit elsewhere in the file nor another
/// order of its members changes what the running program's code calls, so hot reload can apply both.
/// </summary>
sealed class InterceptorTable
{
    readonly Dictionary<(SiteModel, InterceptionModel), string> _names = [];
    readonly List<(string Name, IReadOnlyList<CallModel> Calls)> _interceptors = [];

    public InterceptorTable(IEnumerable<CallModel> calls)
    {
        foreach (var sameName in calls.GroupBy(Key).GroupBy(group => Name(group.Key)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            foreach (var (group, repeat) in sameName.Select((group, repeat) => (group, repeat)))
            {
                var name = repeat == 0 ? sameName.Key : sameName.Key + "_" + repeat;
                _names.Add(group.Key, name);
                _interceptors.Add((name, [.. group]));
            }
        }
    }

    /// <summary>Each interceptor with the calls that it takes.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<CallModel> Calls)> All => _interceptors;

    /// <summary>The interceptor that takes a call; null where none does.</summary>
    public string? NameOf(CallModel call) => call.Interception is null ? null : _names[Key(call)];

    static (SiteModel Site, InterceptionModel Interception) Key(CallModel call) => (call.Site, call.Interception! with { Data = "", Version = 0 });

    static string Name((SiteModel Site, InterceptionModel Interception) key)
    {
        var (site, signature) = (key.Site, key.Interception.Signature);
        string?[] parts =
        [
            site.Call, site.Provider, site.Model, site.Instance, $"{site.Tier}", site.ApiProvider, site.Operation,
            key.Interception.ReceiverType, key.Interception.Target, signature.ReturnType, signature.TypeParameterList,
            .. signature.Parameters.Select(parameter => parameter.Declaration),
        ];
        return $"{signature.Name.TrimStart('@')}_{StableHash.Of(string.Join("\n", parts.Select(part => part is null ? "-" : "+" + part)))}";
    }
}
