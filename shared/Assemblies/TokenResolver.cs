using System.Reflection.Metadata;

namespace CrossTier.Assemblies;

/// <summary>Finds what a token of an instruction names.</summary>
sealed class TokenResolver(MetadataReader metadata)
{
    /// <summary>The method; null for what is none.</summary>
    public MethodName? NameOf(EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodDefinition:
                var method = metadata.GetMethodDefinition((MethodDefinitionHandle)token);
                return new MethodName(TypeNames.Of(metadata, method.GetDeclaringType()), metadata.GetString(method.Name));
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)token);
                return member.GetKind() == MemberReferenceKind.Method && TypeNameOf(member.Parent) is { } type
                    ? new MethodName(type, metadata.GetString(member.Name))
                    : null;
            case HandleKind.MethodSpecification:
                return NameOf(metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method);
            default:
                return null;
        }
    }

    /// <summary>The method of this assembly; nil for another one. Among overloads the first, which is the one where the compiler chose the name.</summary>
    public MethodDefinitionHandle MethodOf(EntityHandle token)
    {
        switch (token.Kind)
        {
            case HandleKind.MethodDefinition:
                return (MethodDefinitionHandle)token;
            case HandleKind.MethodSpecification:
                return MethodOf(metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method);
            case HandleKind.MemberReference when TypeOf(token) is { IsNil: false } type:
                var name = metadata.GetString(metadata.GetMemberReference((MemberReferenceHandle)token).Name);
                return metadata.GetTypeDefinition(type)
                    .GetMethods()
                    .FirstOrDefault(method => metadata.StringComparer.Equals(metadata.GetMethodDefinition(method).Name, name));
            default:
                return default;
        }
    }

    /// <summary>The field of this assembly; nil for another one.</summary>
    public FieldDefinitionHandle FieldOf(EntityHandle token)
    {
        if (token.Kind == HandleKind.FieldDefinition)
        {
            return (FieldDefinitionHandle)token;
        }

        if (token.Kind != HandleKind.MemberReference || TypeOf(token) is not { IsNil: false } type)
        {
            return default;
        }

        var name = metadata.GetString(metadata.GetMemberReference((MemberReferenceHandle)token).Name);
        return metadata.GetTypeDefinition(type)
            .GetFields()
            .FirstOrDefault(field => metadata.StringComparer.Equals(metadata.GetFieldDefinition(field).Name, name));
    }

    /// <summary>The type of this assembly that a token names, or whose member it names; nil for another one.</summary>
    public TypeDefinitionHandle TypeOf(EntityHandle token) => token.Kind switch
    {
        HandleKind.TypeDefinition => (TypeDefinitionHandle)token,
        HandleKind.TypeSpecification => Generic(token) is { Kind: HandleKind.TypeDefinition } type ? (TypeDefinitionHandle)type : default,
        HandleKind.MethodDefinition => metadata.GetMethodDefinition((MethodDefinitionHandle)token).GetDeclaringType(),
        HandleKind.FieldDefinition => metadata.GetFieldDefinition((FieldDefinitionHandle)token).GetDeclaringType(),
        HandleKind.MemberReference => TypeOf(metadata.GetMemberReference((MemberReferenceHandle)token).Parent),
        HandleKind.MethodSpecification => TypeOf(metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method),
        _ => default,
    };

    /// <summary>The metadata name of a type, of <c>List&lt;int&gt;</c> that of <c>List`1</c>; null for what has none.</summary>
    public string? TypeNameOf(EntityHandle type) => TypeName(Generic(type));

    /// <summary>The metadata name of a type that a token names, or whose field it names; null for what is neither.</summary>
    public string? OwnerOf(EntityHandle token) => token.Kind switch
    {
        HandleKind.FieldDefinition => TypeName(metadata.GetFieldDefinition((FieldDefinitionHandle)token).GetDeclaringType()),
        HandleKind.MemberReference => TypeNameOf(metadata.GetMemberReference((MemberReferenceHandle)token).Parent),
        _ => TypeNameOf(token),
    };

    string? TypeName(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition => TypeNames.Of(metadata, (TypeDefinitionHandle)type),
        HandleKind.TypeReference => TypeNames.Of(metadata, (TypeReferenceHandle)type),
        _ => null,
    };

    // Of List<int> the List<T>.
    EntityHandle Generic(EntityHandle type)
    {
        if (type.Kind != HandleKind.TypeSpecification)
        {
            return type;
        }

        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
        return signature.ReadSignatureTypeCode() == SignatureTypeCode.GenericTypeInstance && signature.ReadSignatureTypeCode() == SignatureTypeCode.TypeHandle
            ? signature.ReadTypeHandle()
            : default;
    }
}
