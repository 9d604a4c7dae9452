using CrossTier.Assemblies;
using CrossTier.Inventory;
using CrossTier.Tool.Files;

namespace CrossTier.Tool.Inventory;

/// <summary>Reads the calls that a build wrote into an assembly. The assembly is not loaded: none of its code runs.</summary>
static class AssemblyCallReader
{
    /// <exception cref="InputException">The file is not a .NET assembly or cannot be read.</exception>
    public static (Guid Build, IReadOnlyList<InferenceCall> Calls, string? Note) Read(string path)
    {
        try
        {
            using var file = AssemblyFile.Open(path);
            var calls = InventoryCalls.Read(file).Select(call => Call(call, file.Name)).ToList();
            var build = file.Metadata.GetGuid(file.Metadata.GetModuleDefinition().Mvid);
            return (build, calls, file.Symbols is null && calls.Count > 0 ? SymbolsNote.Of(file.Name) : null);
        }
        catch (BadImageFormatException)
        {
            throw new InputException($"'{path}' is not a .NET assembly; name the .dll that the build wrote.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"'{path}' cannot be read ({FileReason.Of(e)}).");
        }
    }

    static InferenceCall Call(InventoryCall call, string assembly)
    {
        string? Value(string key) => call.Values.GetValueOrDefault(key);
        if (StateText.Parse(Value(CallKeys.State)) is not { } state || Value(CallKeys.Api) is not { } api)
        {
            throw new InputException(
                $"'{assembly}' holds a call that this version of crosstier cannot read; update the tool ('dotnet tool update crosstier').");
        }

        return new InferenceCall(
            assembly,
            state,
            Value(CallKeys.How) ?? CallKeys.ByCall,
            api,
            Value(CallKeys.Operation) ?? "",
            Value(CallKeys.Call) ?? "",
            call.Location,
            Value(CallKeys.Provider),
            Value(CallKeys.Model),
            Value(CallKeys.Instance),
            Value(CallKeys.ApiProvider),
            Value(CallKeys.Tier),
            Value(CallKeys.Reason),
            Value(CallKeys.ApiId),
            Value(CallKeys.Member));
    }
}
