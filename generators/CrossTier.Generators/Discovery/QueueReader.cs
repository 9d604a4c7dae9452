using CrossTier.Generators.Model;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Turns an <c>[AiQueue]</c> member into a model; null for one that the runtime cannot read.</summary>
static class QueueReader
{
    public static QueueModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var (member, kind, type) = context.TargetSymbol switch
        {
            IFieldSymbol field => (field.Name, QueueMemberKind.Field, field.Type),
            IPropertySymbol { IsIndexer: false, GetMethod: { } getter } property => (getter.Name, QueueMemberKind.Method, property.Type),
            IMethodSymbol { Parameters.Length: 0, Arity: 0, MethodKind: MethodKind.Ordinary } method =>
                (method.Name, QueueMemberKind.Method, method.ReturnType),
            _ => ("", QueueMemberKind.Method, null),
        };
        var arguments = context.Attributes[0].ConstructorArguments;
        var owner = context.TargetSymbol.ContainingType;
        if (type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64)
            || owner is null or { IsValueType: true } || owner.SelfAndContainingTypes().Any(outer => outer.Arity > 0)
            || (arguments.Length == 1 && (arguments[0].Value is not string text || string.IsNullOrWhiteSpace(text))))
        {
            return null;
        }

        var model = arguments.Length == 1 ? (string?)arguments[0].Value : null;
        var labels = model is null ? OwnerReader.Read(context.TargetSymbol) : null;

        // A static type cannot be a parameter's type, a file-local or private one cannot be named: their static members are reached by name.
        var isNameable = !owner.IsStatic && !owner.SelfAndContainingTypes().Any(outer => outer.IsFileLocal)
            && context.SemanticModel.Compilation.IsSymbolAccessibleWithin(owner, context.SemanticModel.Compilation.Assembly);
        if ((!isNameable && !context.TargetSymbol.IsStatic) || (model is null && labels is null))
        {
            return null;
        }

        return new QueueModel(
            isNameable ? TypeText.Plain(owner) : $"{owner.FullMetadataName()}, {owner.ContainingAssembly.Name}",
            isNameable,
            member,
            kind,
            context.TargetSymbol.IsStatic,
            TypeText.Plain(type),
            model,
            context.Attributes[0].NamedArguments.FirstOrDefault(argument => argument.Key == "Instance").Value.Value as string,
            labels);
    }
}
