using System.Reflection.Metadata;

namespace CrossTier.Assemblies;

/// <summary>The documentation ids of members, as compilers write them for a symbol: what inventory and baseline name a member by.</summary>
sealed class DocumentationIds(MetadataReader metadata)
{
    /// <summary>A type.</summary>
    public string Of(TypeDefinitionHandle type) => "T:" + TypeName(type);

    /// <summary>A method; of an accessor its property or event.</summary>
    public string Of(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        var type = metadata.GetTypeDefinition(method.GetDeclaringType());
        foreach (var property in type.GetProperties())
        {
            var accessors = metadata.GetPropertyDefinition(property).GetAccessors();
            if (accessors.Getter == handle || accessors.Setter == handle)
            {
                return Of(method.GetDeclaringType(), property);
            }
        }

        foreach (var item in type.GetEvents())
        {
            var accessors = metadata.GetEventDefinition(item).GetAccessors();
            if (accessors.Adder == handle || accessors.Remover == handle || accessors.Raiser == handle)
            {
                return $"E:{TypeName(method.GetDeclaringType())}.{Escaped(metadata.GetEventDefinition(item).Name)}";
            }
        }

        var signature = method.DecodeSignature(DocumentationTypes.Instance, genericContext: null);
        var name = metadata.GetString(method.Name);
        var arity = signature.GenericParameterCount == 0 ? "" : "``" + signature.GenericParameterCount;
        var result = name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit" ? "~" + signature.ReturnType : "";
        return $"M:{TypeName(method.GetDeclaringType())}.{Escaped(method.Name)}{arity}{Parameters(signature)}{result}";
    }

    /// <summary>A field; of the compiler's own its property or event.</summary>
    public string Of(FieldDefinitionHandle handle)
    {
        var field = metadata.GetFieldDefinition(handle);
        var owner = metadata.GetTypeDefinition(field.GetDeclaringType());
        var name = metadata.GetString(field.Name);
        if (name.EndsWith(">k__BackingField", StringComparison.Ordinal))
        {
            var property = name[1..name.IndexOf('>')];
            return owner.GetProperties().FirstOrDefault(handle => metadata.StringComparer.Equals(metadata.GetPropertyDefinition(handle).Name, property))
                is { IsNil: false } found
                ? Of(field.GetDeclaringType(), found)
                : "";
        }

        var kind = owner.GetEvents().Any(handle => metadata.GetEventDefinition(handle).Name == field.Name) ? "E" : "F";
        return $"{kind}:{TypeName(field.GetDeclaringType())}.{Escaped(field.Name)}";
    }

    string Of(TypeDefinitionHandle type, PropertyDefinitionHandle handle)
    {
        var property = metadata.GetPropertyDefinition(handle);
        return $"P:{TypeName(type)}.{Escaped(property.Name)}{Parameters(property.DecodeSignature(DocumentationTypes.Instance, genericContext: null))}";
    }

    static string Parameters(MethodSignature<string> signature) =>
        signature.ParameterTypes.Length == 0 ? "" : $"({string.Join(',', signature.ParameterTypes)})";

    string TypeName(TypeDefinitionHandle type) => DocumentationTypes.Name(TypeNames.Of(metadata, type, '.'));

    string Escaped(StringHandle name) => metadata.GetString(name).Replace('.', '#').Replace('<', '{').Replace('>', '}');
}
