using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Turns an <c>[AiQueue]</c> member into a model; null for one that the runtime cannot read.</summary>
static class QueueReader
{
    public static QueueModel? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var compilation = context.SemanticModel.Compilation;
        var arguments = context.Attributes[0].ConstructorArguments;
        if (QueueRules.Problem(context.TargetSymbol, compilation) is not null
            || (arguments.Length == 1 && (arguments[0].Value is not string text || string.IsNullOrWhiteSpace(text))))
        {
            return null;
        }

        var owner = context.TargetSymbol.ContainingType;
        var (member, kind) = context.TargetSymbol switch
        {
            IFieldSymbol field => (field.Name, QueueMemberKind.Field),
            IPropertySymbol property => (property.GetMethod!.Name, QueueMemberKind.Method),
            var method => (method.Name, QueueMemberKind.Method),
        };
        var model = arguments.Length == 1 ? (string?)arguments[0].Value : null;
        var labels = model is null ? OwnerReader.Read(context.TargetSymbol, context.SemanticModel.Compilation) : null;
        if (model is null && labels is null)
        {
            return null;
        }

        // The static members of a type that cannot be named are reached by its name as a text.
        var isNameable = QueueRules.IsNameable(owner, compilation) && !InterceptionRules.HasStaticAbstract(owner);
        return new QueueModel(
            isNameable ? TypeText.Plain(owner) : $"{owner.FullMetadataName()}, {owner.ContainingAssembly.Name}",
            isNameable,
            member,
            kind,
            context.TargetSymbol.IsStatic,
            TypeText.Plain(QueueRules.TypeOf(context.TargetSymbol)!),
            model,
            context.Attributes[0].NamedArguments.FirstOrDefault(argument => argument.Key == "Instance").Value.Value as string,
            labels);
    }
}
