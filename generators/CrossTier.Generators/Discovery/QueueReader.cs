using CrossTier.Generators.Model;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Turns an <c>[AiQueue]</c> member into a model; null for one that the runtime cannot read.</summary>
internal static class QueueReader
{
    public static QueueModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var (member, kind, type) = context.TargetSymbol switch
        {
            IFieldSymbol field => (field.Name, QueueMemberKind.Field, field.Type),
            IPropertySymbol { IsIndexer: false, GetMethod: { } getter } property => (getter.Name, QueueMemberKind.Method, property.Type),
            IMethodSymbol { Parameters.Length: 0, Arity: 0, MethodKind: MethodKind.Ordinary } method => (method.Name, QueueMemberKind.Method, method.ReturnType),
            _ => ("", QueueMemberKind.Method, null),
        };
        var arguments = context.Attributes[0].ConstructorArguments;
        var owner = context.TargetSymbol.ContainingType;
        if (type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64)
            || owner is null or { IsValueType: true, } || IsGeneric(owner)
            || (arguments.Length == 1 && (arguments[0].Value is not string stated || string.IsNullOrWhiteSpace(stated))))
        {
            return null;
        }

        var model = arguments.Length == 1 ? (string?)arguments[0].Value : null;
        var labels = model is null ? OwnerReader.Read(context.TargetSymbol) : null;

        // A static type cannot be a parameter's type, a file-local or private one cannot be named: their static members are reached by name.
        var isNameable = !owner.IsStatic && !IsFileLocal(owner) && context.SemanticModel.Compilation.IsSymbolAccessibleWithin(owner, context.SemanticModel.Compilation.Assembly);
        if ((!isNameable && !context.TargetSymbol.IsStatic) || (model is null && labels is null))
        {
            return null;
        }

        return new QueueModel(
            isNameable ? TypeText.Plain(owner) : $"{ApiRecogniser.MetadataName(owner)}, {owner.ContainingAssembly.Name}",
            isNameable,
            member,
            kind,
            context.TargetSymbol.IsStatic,
            TypeText.Plain(type),
            model,
            context.Attributes[0].NamedArguments.FirstOrDefault(argument => argument.Key == "Instance").Value.Value as string,
            labels);
    }

    static bool IsGeneric(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }

    static bool IsFileLocal(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return true;
            }
        }

        return false;
    }
}
