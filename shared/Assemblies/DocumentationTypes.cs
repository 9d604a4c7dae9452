using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Text;

namespace CrossTier.Assemblies;

/// <summary>Writes types as documentation ids have them, such as <c>System.Collections.Generic.List{`0}</c>.</summary>
sealed class DocumentationTypes : ISignatureTypeProvider<string, object?>
{
    public static readonly DocumentationTypes Instance = new();

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Name(TypeNames.Of(reader, handle, '.'));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Name(TypeNames.Of(reader, handle, '.'));

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        var text = new StringBuilder();
        var used = 0;
        for (var i = 0; i < genericType.Length; i++)
        {
            if (genericType[i] != '`')
            {
                text.Append(genericType[i]);
                continue;
            }

            var arity = 0;
            while (i + 1 < genericType.Length && char.IsAsciiDigit(genericType[i + 1]))
            {
                arity = arity * 10 + genericType[++i] - '0';
            }

            text.Append('{').AppendJoin(',', typeArguments.Skip(used).Take(arity)).Append('}');
            used += arity;
        }

        return text.ToString();
    }

    public string GetGenericTypeParameter(object? genericContext, int index) => "`" + index;

    public string GetGenericMethodParameter(object? genericContext, int index) => "``" + index;

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{string.Join(',', Enumerable.Repeat("0:", shape.Rank))}]";

    public string GetByReferenceType(string elementType) => elementType + "@";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "=FUNC";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetPinnedType(string elementType) => elementType;

    /// <summary>A type's name, of a file-local one without its file.</summary>
    public static string Name(string metadataName)
    {
        var start = metadataName.LastIndexOf('<');
        return start < 0 ? metadataName : metadataName[..start] + TypeNames.WithoutFile(metadataName[start..]);
    }
}
