using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using CrossTier.Assemblies;

namespace CrossTier.Tests.Layers;

/// <summary>
/// Which types of an assembly use which others of it: as base, interface, constraint, field, in a signature, or in IL. What is nested, and what the
/// compiler makes of a lambda or an iterator, belongs to the type around it.
/// </summary>
sealed class TypeReferences
{
    readonly MetadataReader _reader;
    readonly PEReader _image;

    TypeReferences(PEReader image)
    {
        _image = image;
        _reader = image.GetMetadataReader();
    }

    public static HashSet<(TypeName From, TypeName To)> Read(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        return new TypeReferences(image).All();
    }

    HashSet<(TypeName From, TypeName To)> All()
    {
        HashSet<(TypeName, TypeName)> edges = [];
        foreach (var handle in _reader.TypeDefinitions)
        {
            HashSet<TypeDefinitionHandle> used = [];
            Collect(_reader.GetTypeDefinition(handle), new TypeCollector(used), used);
            edges.UnionWith(used.Select(to => (NameOf(handle), NameOf(to))).Where(edge => edge.Item1 != edge.Item2));
        }

        return edges;
    }

    void Collect(TypeDefinition type, TypeCollector collector, HashSet<TypeDefinitionHandle> used)
    {
        Collect(type.BaseType, collector, used);
        foreach (var handle in type.GetInterfaceImplementations())
        {
            Collect(_reader.GetInterfaceImplementation(handle).Interface, collector, used);
        }

        Collect(type.GetGenericParameters(), collector, used);
        foreach (var handle in type.GetFields())
        {
            _reader.GetFieldDefinition(handle).DecodeSignature(collector, null);
        }

        foreach (var handle in type.GetMethods())
        {
            var method = _reader.GetMethodDefinition(handle);
            method.DecodeSignature(collector, null);
            Collect(method.GetGenericParameters(), collector, used);
            if (method.RelativeVirtualAddress != 0)
            {
                Collect(_image.GetMethodBody(method.RelativeVirtualAddress), collector, used);
            }
        }
    }

    void Collect(MethodBodyBlock body, TypeCollector collector, HashSet<TypeDefinitionHandle> used)
    {
        if (!body.LocalSignature.IsNil)
        {
            _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(collector, null);
        }

        foreach (var region in body.ExceptionRegions)
        {
            Collect(region.CatchType, collector, used);
        }

        foreach (var token in IlReader.Tokens(body))
        {
            Collect(token.Handle, collector, used);
        }
    }

    void Collect(GenericParameterHandleCollection parameters, TypeCollector collector, HashSet<TypeDefinitionHandle> used)
    {
        foreach (var constraint in parameters.SelectMany(parameter => _reader.GetGenericParameter(parameter).GetConstraints()))
        {
            Collect(_reader.GetGenericParameterConstraint(constraint).Type, collector, used);
        }
    }

    void Collect(EntityHandle handle, TypeCollector collector, HashSet<TypeDefinitionHandle> used)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                used.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(collector, null);
                break;
            case HandleKind.MethodDefinition:
                used.Add(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                used.Add(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var method = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(collector, null);
                Collect(method.Method, collector, used);
                break;
            case HandleKind.MemberReference:
                var member = _reader.GetMemberReference((MemberReferenceHandle)handle);
                Collect(member.Parent, collector, used);
                if (member.GetKind() == MemberReferenceKind.Method)
                {
                    member.DecodeMethodSignature(collector, null);
                }

                break;
        }
    }

    TypeName NameOf(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? NameOf(outer)
            : new(_reader.GetString(type.Namespace), _reader.GetString(type.Name).Split('`')[0]);
    }
}
