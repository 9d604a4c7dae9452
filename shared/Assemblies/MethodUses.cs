using System.Reflection.Metadata;

namespace CrossTier.Assemblies;

/// <summary>Every use of certain methods in an assembly, by the member that holds it.</summary>
sealed class MethodUses
{
    readonly AssemblyFile _file;
    readonly TokenResolver _resolver;
    readonly MemberOwners _owners;
    readonly DocumentationIds _ids;
    readonly SequencePoints _points;
    readonly List<(MethodName Target, MethodDefinitionHandle Method, IlToken Token)> _found = [];

    MethodUses(AssemblyFile file)
    {
        _file = file;
        _resolver = new TokenResolver(file.Metadata);
        _owners = new MemberOwners(file.Metadata, _resolver);
        _ids = new DocumentationIds(file.Metadata);
        _points = new SequencePoints(file.Symbols, file.ProjectFolder());
    }

    /// <summary>Looks through all methods of an assembly.</summary>
    /// <param name="file">The assembly.</param>
    /// <param name="isWanted">Whether a method is one to look for.</param>
    /// <exception cref="BadImageFormatException">The assembly is damaged.</exception>
    public static MethodUses Find(AssemblyFile file, Func<MethodName, bool> isWanted)
    {
        var uses = new MethodUses(file);
        foreach (var method in file.Metadata.MethodDefinitions)
        {
            foreach (var token in uses.Tokens(method))
            {
                uses._owners.Add(method, token);
                if (uses._resolver.NameOf(token.Handle) is { } name && isWanted(name))
                {
                    uses._found.Add((name, method, token));
                }
            }
        }

        return uses;
    }

    /// <summary>The uses, in the order of the source. Code that stands once in the source counts once: each constructor repeats the initialisers.</summary>
    public IReadOnlyList<MethodUse> All()
    {
        HashSet<(SourceLocation, MethodName, int)> seen = [];
        List<MethodUse> uses = [];
        foreach (var method in _found.GroupBy(found => found.Method))
        {
            Dictionary<(SourceLocation, MethodName), int> repeats = [];
            foreach (var (target, _, token) in method)
            {
                var location = _points.At(method.Key, token.Offset);
                if (location is { } here)
                {
                    var repeat = repeats[(here, target)] = repeats.GetValueOrDefault((here, target)) + 1;
                    if (!seen.Add((here, target, repeat)))
                    {
                        continue;
                    }
                }

                var owner = _file.Metadata.GetMethodDefinition(_owners.Of(method.Key, token.Offset).Method).GetDeclaringType();
                uses.Add(new MethodUse(target, token.Code, TypeNames.Of(_file.Metadata, owner), MembersOf(method.Key, token.Offset), location));
            }
        }

        return [.. uses.OrderBy(use => use.Location ?? default)];
    }

    /// <summary>The first statement of each member, by its documentation id.</summary>
    public IReadOnlyDictionary<string, SourceLocation> Members()
    {
        Dictionary<string, SourceLocation> members = [];
        foreach (var method in _file.Metadata.MethodDefinitions)
        {
            foreach (var (offset, location) in IsConstructor(method) ? _points.Of(method) : _points.Of(method).OrderBy(point => point.Location).Take(1))
            {
                foreach (var member in MembersOf(method, offset).Where(member => !members.TryGetValue(member, out var known) || location.CompareTo(known) < 0))
                {
                    members[member] = location;
                }
            }
        }

        return members;
    }

    IEnumerable<IlToken> Tokens(MethodDefinitionHandle method) => _file.BodyOf(method) is { } body ? IlReader.Tokens(body) : [];

    List<string> MembersOf(MethodDefinitionHandle method, int offset)
    {
        var owner = _owners.Of(method, offset);
        var definition = _file.Metadata.GetMethodDefinition(owner.Method);
        List<string> members = [];
        if (!IsConstructor(owner.Method))
        {
            return [_ids.Of(owner.Method)];
        }

        if (Initialised(owner.Method, owner.Offset) is { } field)
        {
            members.Add(_ids.Of(field));
        }

        return [.. members, _ids.Of(owner.Method), _ids.Of(definition.GetDeclaringType())];
    }

    bool IsConstructor(MethodDefinitionHandle method) => _file.Metadata.GetString(_file.Metadata.GetMethodDefinition(method).Name) is ".ctor" or ".cctor";

    // An initialiser ends where its field is stored. A statement of the constructor itself may look like that of a field that it sets later.
    FieldDefinitionHandle? Initialised(MethodDefinitionHandle constructor, int offset)
    {
        var stored = Tokens(constructor)
            .Where(token => token.Offset >= offset && token.Code is ILOpCode.Stfld or ILOpCode.Stsfld)
            .Select(token => _resolver.FieldOf(token.Handle))
            .FirstOrDefault(field => !field.IsNil
                && _file.Metadata.GetFieldDefinition(field).GetDeclaringType() == _file.Metadata.GetMethodDefinition(constructor).GetDeclaringType());
        return stored.IsNil ? null : stored;
    }
}
