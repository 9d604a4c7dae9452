using System.Reflection.Metadata;
using CrossTier.Assemblies;
using CrossTier.Inventory;
using CrossTier.Recognition.Catalogue;
using CrossTier.Tool.Inventory;
using AssemblyFile = CrossTier.Assemblies.AssemblyFile;

namespace CrossTier.Tool.Deployment;

/// <summary>
/// Finds in a deployment the calls of inference APIs that no build measured: in assemblies that were built without the package, and in others those
/// that their inventory does not list. Nothing is loaded or run.
/// </summary>
sealed class BlindCallReader
{
    readonly TypeHierarchy _hierarchy;
    readonly ReachableTypes _reachable;
    readonly HashSet<MeasuringLayer> _registered = [];
    readonly List<(InferenceCall Call, MeasuringLayer Layer)> _found = [];

    BlindCallReader(TypeHierarchy hierarchy, ReachableTypes reachable) => (_hierarchy, _reachable) = (hierarchy, reachable);

    /// <summary>The calls, and notes: on those that a registered layer measures where their client carries it, and on damaged assemblies.</summary>
    /// <param name="paths">The assemblies of the deployment.</param>
    public static (IReadOnlyList<InferenceCall> Calls, IReadOnlyList<string> Notes) Read(IReadOnlyList<string> paths)
    {
        var files = paths.Select(AssemblyFile.Open).ToList();
        try
        {
            var types = new ReachableTypes();
            List<string> damaged = [];
            var whole = paths.Zip(files).Where(assembly => IsRead(assembly.Second, types.Add, damaged)).ToList();
            types.StartFrom(whole);
            var reader = new BlindCallReader(new TypeHierarchy(whole.Select(assembly => assembly.Second)), types);
            whole.ForEach(assembly => IsRead(assembly.Second, reader.Read, damaged));
            var (calls, notes) = reader.Result();
            return (calls, [.. notes, .. damaged]);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    // What a tool has scrambled, or a copy broke off, must not keep the rest from being read.
    static bool IsRead(AssemblyFile file, Action<AssemblyFile> read, List<string> damaged)
    {
        try
        {
            read(file);
            return true;
        }
        catch (BadImageFormatException)
        {
            damaged.Add($"{file.Name} is damaged; the calls in it are not known.");
            return false;
        }
    }

    (IReadOnlyList<InferenceCall> Calls, IReadOnlyList<string> Notes) Result() =>
    (
        [.. _found.Where(found => !_registered.Contains(found.Layer)).Select(found => found.Call)],
        [
            .. _found.Where(found => _registered.Contains(found.Layer)).GroupBy(found => (found.Call.Assembly, found.Layer))
                .Select(group => $"{group.Count()} {(group.Count() == 1 ? "call" : "calls")} in {group.Key.Assembly} no build looked at; "
                    + $"{(group.Count() == 1 ? "it is" : "they are")} measured where {group.Key.Layer.Registration} stands, which this deployment has."),
        ]);

    void Read(AssemblyFile file)
    {
        var own = SdkOf(file.Name);
        var defined = file.Metadata.TypeDefinitions.Select(handle => TypeNames.Of(file.Metadata, handle)).ToHashSet(StringComparer.Ordinal);
        var known = InventoryCalls.Read(file).Select(call => call.Values).ToList();
        var left = known.Where(values => values.GetValueOrDefault(CallKeys.State) != CallStates.Measured)
            .GroupBy(values => (values.GetValueOrDefault(CallKeys.Member, ""), values.GetValueOrDefault(CallKeys.ApiId, "")))
            .ToDictionary(group => group.Key, group => group.Count());
        var cores = known.Where(values => values.GetValueOrDefault(CallKeys.How) == CallKeys.ByDefinition)
            .Select(values => PartialNames.CoreOf(values.GetValueOrDefault(CallKeys.Member, "")))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var use in MethodUses.Find(file, name => RowOf(name) is not null || MeasuringLayer.RegisteredBy(name) is not null).All())
        {
            if (MeasuringLayer.RegisteredBy(use.Target) is { } layer)
            {
                _registered.Add(layer);
            }
            else if (RowOf(use.Target) is { } row
                && use.Code != ILOpCode.Ldtoken // An expression, such as a mock's set-up, calls nothing.
                && !defined.Contains(row.Api.Type)
                && (own is null || own == row.Sdk)
                && _reachable.Contains(use.Type)
                && !IsPartOfAnApi(use.Type)
                && !use.Members.Any(cores.Contains)
                && !Take(left, use.Members, row.Api))
            {
                _found.Add((Call(file.Name, use, row.Sdk, row.Api), MeasuringLayer.Of(row.Sdk)));
            }
        }
    }

    (Sdk Sdk, ApiRow Api)? RowOf(MethodName method)
    {
        if (!ApiCatalogue.ByMethod.Contains(method.Method))
        {
            return null;
        }

        var types = _hierarchy.SelfAndAncestors(method.Type).ToHashSet(StringComparer.Ordinal);
        return ApiCatalogue.Sdks.SelectMany(sdk => sdk.Rows.Where(row => row.Method == method.Method && types.Contains(row.Type)).Select(row => (sdk, row)))
            .Select(pair => ((Sdk, ApiRow)?)pair)
            .FirstOrDefault();
    }

    // An interceptor, or a type that is, implements or delegates an inference API itself: its calls are its callers'.
    bool IsPartOfAnApi(string type) =>
        type.StartsWith(GeneratedNames.Namespace + ".", StringComparison.Ordinal)
        || type.Split('+').Select((_, i) => string.Join('+', type.Split('+').Take(i + 1)))
            .Any(each => _hierarchy.SelfAndAncestors(each).Any(ApiCatalogue.Types.Contains));

    static bool Take(Dictionary<(string, string), int> left, IReadOnlyList<string> members, ApiRow row)
    {
        foreach (var member in members)
        {
            if (left.TryGetValue((member, row.Id), out var count) && count > 0)
            {
                left[(member, row.Id)] = count - 1;
                return true;
            }
        }

        return false;
    }

    static Sdk? SdkOf(string assembly) => ApiCatalogue.Sdks.FirstOrDefault(sdk => sdk.Namespaces.Any(space =>
        assembly == space || assembly.StartsWith(space + ".", StringComparison.Ordinal)));

    static InferenceCall Call(string assembly, MethodUse use, Sdk sdk, ApiRow row) => new(
        assembly,
        CallState.Blind,
        CallKeys.ByCall,
        CallName.Of([use.Target.ShortType], use.Target.Method),
        row.Operation.ToString(),
        CallName.Of(use.Type[(use.Type.LastIndexOf('.') + 1)..].Split('+'), MemberName(use.Members[0])),
        use.Location,
        Provider: null,
        Model: null,
        Instance: null,
        ApiProvider: row.Provider,
        ExplicitTier: null,
        Reason: MeasuringLayer.Of(sdk).Advice,
        ApiId: row.Id,
        Member: use.Members[0]);

    // Of M:Shop.Triage.AskAsync(System.String) the name AskAsync; a type itself stands for its initialisers.
    static string? MemberName(string id)
    {
        if (id.StartsWith("T:", StringComparison.Ordinal))
        {
            return null;
        }

        var end = id.IndexOfAny(['(', '~']);
        var name = end < 0 ? id : id[..end];
        name = name[(name.LastIndexOf('.') + 1)..].Replace('#', '.');
        return name.IndexOf('`') is > 0 and var tick ? name[..tick] : name;
    }
}
