using System.Collections.Immutable;
using CrossTier.Generators.Discovery;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC009: a partial <c>[AiCall]</c> method whose reply does not say how many tokens it took.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadableUsageAnalyzer : CrossTierAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        RuleIds.UnreadableUsage,
        "Reply without readable usage",
        "'{0}' replies with '{1}', which says no token usage, so its tokens will be missing; return a type with a Usage member, with InputTokens and OutputTokens, or one that implements IAiUsage",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.UnreadableUsage));

    static readonly string[] Wrappers = ["Task", "ValueTask", "IAsyncEnumerable", "AsyncCollectionResult", "CollectionResult", "Nullable"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var attribute in view.AttributesOf(file.SemanticModel, file.CancellationToken).Where(attribute => attribute.Kind == AttributeNames.AiCall))
            {
                if (attribute.Owner is IMethodSymbol method && PartialMethods.IsMeasured(method) && Reply(method.ReturnType) is { TypeKind: not TypeKind.Error } reply && !SaysUsage(reply))
                {
                    file.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.Syntax.GetLocation(), method.Name, reply.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
                }
            }
        });

    static ITypeSymbol Reply(ITypeSymbol type)
    {
        while (type is INamedTypeSymbol { TypeArguments: [var inner] } wrapper && Wrappers.Contains(wrapper.Name))
        {
            type = inner;
        }

        return type;
    }

    // A chunk of Microsoft.Extensions.AI holds its usage among its contents, a result of System.ClientModel in the response's body.
    static bool SaysUsage(ITypeSymbol reply) =>
        HasCounts(reply)
        || UsageNames.Holder.Any(holder => PropertyType(reply, holder) is { } usage && HasCounts(Reply(usage)))
        || reply.ToDisplayString() == "Microsoft.Extensions.AI.ChatResponseUpdate"
        || Declaring(reply).Any(type => type is { Name: "ClientResult", ContainingNamespace: { Name: "ClientModel", ContainingNamespace.Name: "System" } });

    static bool HasCounts(ITypeSymbol type) =>
        UsageNames.Input.Concat(UsageNames.Output).Any(name => PropertyType(type, name) is { } count && IsCount(Reply(count)))
        || Declaring(type).Concat(type.AllInterfaces).Any(declaring => declaring.ToDisplayString() == "CrossTier.IAiUsage");

    static bool IsCount(ITypeSymbol type) => type.SpecialType is
        SpecialType.System_Int64 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Byte;

    static ITypeSymbol? PropertyType(ITypeSymbol type, string name) =>
        Declaring(type)
            .SelectMany(declaring => declaring.GetMembers(name).OfType<IPropertySymbol>())
            .FirstOrDefault(property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null })?.Type;

    static IEnumerable<ITypeSymbol> Declaring(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Where(constraint => constraint is not ITypeParameterSymbol).SelectMany(Declaring);
        }

        var declaring = type.TypeKind == TypeKind.Interface ? type.AllInterfaces.ToList<ITypeSymbol>() : [];
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            declaring.Add(ancestor);
        }

        return declaring;
    }
}
