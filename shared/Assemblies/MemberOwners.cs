using System.Reflection.Metadata;

namespace CrossTier.Assemblies;

/// <summary>
/// Finds the member as written for code that the compiler moved into methods and types of its own: lambdas, local functions, iterators and
/// async methods. The way back are the instructions that name them.
/// </summary>
sealed class MemberOwners(MetadataReader metadata, TokenResolver resolver)
{
    readonly Dictionary<EntityHandle, List<(MethodDefinitionHandle Method, int Offset)>> _uses = [];

    /// <summary>Notes what an instruction names.</summary>
    public void Add(MethodDefinitionHandle method, IlToken token)
    {
        var within = metadata.GetMethodDefinition(method).GetDeclaringType();
        if (resolver.TypeOf(token.Handle) is { IsNil: false } type && type != within && IsStateMachine(type))
        {
            Add(type, method, token.Offset);
        }

        if (resolver.MethodOf(token.Handle) is { IsNil: false } used && used != method && IsMoved(used))
        {
            Add(used, method, token.Offset);
        }
    }

    /// <summary>The method that the user wrote around an instruction, and what in it stands for the instruction.</summary>
    public (MethodDefinitionHandle Method, int Offset) Of(MethodDefinitionHandle method, int offset) => Find(method, offset, []) ?? (method, offset);

    (MethodDefinitionHandle Method, int Offset)? Find(MethodDefinitionHandle method, int offset, HashSet<MethodDefinitionHandle> seen)
    {
        var type = metadata.GetMethodDefinition(method).GetDeclaringType();
        EntityHandle moved = IsStateMachine(type) ? type : method;
        if (moved == (EntityHandle)method && !IsMoved(method))
        {
            return (method, offset);
        }

        if (!seen.Add(method))
        {
            return null;
        }

        foreach (var use in _uses.GetValueOrDefault(moved) ?? [])
        {
            if (Find(use.Method, use.Offset, seen) is { } found)
            {
                return found;
            }
        }

        return Named(method);
    }

    // What nothing uses has the name of its member still: <Ask>g__Local|0_0.
    (MethodDefinitionHandle Method, int Offset)? Named(MethodDefinitionHandle method)
    {
        var definition = metadata.GetMethodDefinition(method);
        var name = metadata.GetString(definition.Name);
        var end = name.LastIndexOf('>');
        if (end < 1 || name[0] != '<')
        {
            return null;
        }

        var found = metadata.GetTypeDefinition(definition.GetDeclaringType()).GetMethods()
            .FirstOrDefault(other => metadata.StringComparer.Equals(metadata.GetMethodDefinition(other).Name, name[1..end]));
        return found.IsNil ? null : (found, 0);
    }

    void Add(EntityHandle moved, MethodDefinitionHandle method, int offset)
    {
        if (!_uses.TryGetValue(moved, out var uses))
        {
            _uses.Add(moved, uses = []);
        }

        uses.Add((method, offset));
    }

    // A lambda or a local function.
    bool IsMoved(MethodDefinitionHandle method) =>
        metadata.GetString(metadata.GetMethodDefinition(method).Name) is ['<', ..] name
            && (name.Contains(">b__", StringComparison.Ordinal) || name.Contains(">g__", StringComparison.Ordinal));

    // A closure holds lambdas of several members, so its methods are looked at one by one.
    bool IsStateMachine(TypeDefinitionHandle type) =>
        metadata.GetString(metadata.GetTypeDefinition(type).Name) is ['<', ..] name
        && TypeNames.IsCompilerGenerated(name)
        && !name.StartsWith("<>c", StringComparison.Ordinal);
}
