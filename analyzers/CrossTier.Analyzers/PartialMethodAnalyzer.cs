using CrossTier.Inventory;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC005: a partial <c>[AiCall]</c> method whose other half cannot be generated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartialMethodAnalyzer() : CrossTierAnalyzer(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = Rule.Create(
        RuleIds.PartialMethod,
        "Partial [AiCall] method cannot be generated",
        "The measured half of '{0}' cannot be generated: {1}",
        DiagnosticSeverity.Error);

    static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeModifiers);

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            var attributes = view.AttributesOf(file.SemanticModel, file.CancellationToken);
            foreach (var attribute in attributes.Where(attribute => attribute.Kind == AttributeNames.AiCall))
            {
                if (attribute.Owner is IMethodSymbol method
                    && attribute.Syntax.Parent?.Parent is MethodDeclarationSyntax { Body: null, ExpressionBody: null } definition
                    && definition.Modifiers.Any(SyntaxKind.PartialKeyword)
                    && Problem(method, definition, file.CancellationToken) is { } problem)
                {
                    file.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.Syntax.GetLocation(), method.Name, problem));
                }
            }
        });

    static string? Problem(IMethodSymbol method, MethodDeclarationSyntax definition, CancellationToken cancellation)
    {
        if (definition.ExplicitInterfaceSpecifier is not null || !method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return "an explicit interface implementation cannot be partial; implement the interface implicitly";
        }

        if (definition.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            return $"the definition cannot be 'async'; put that on '{method.Name}Core'";
        }

        if (definition.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)) is { } closed)
        {
            var modifiers = string.Concat(closed.Modifiers.Select(modifier => modifier.Text + " "));
            var name = closed.Identifier.ValueText;
            return $"the type '{name}' is not partial; write '{modifiers}partial {closed.Keyword.Text} {name}'";
        }

        // Where the user wrote the other half there is nothing to generate, and its calls are measured one by one.
        if (IsWrittenByHand(method, cancellation) || PartialMethods.CoreOf(method) is not null)
        {
            return null;
        }

        var fault = method.ContainingType.GetMembers(method.Name + PartialNames.Suffix).IsEmpty ? "is missing" : "has another shape";
        return $"'{method.Name}Core' {fault}; write '{Expected(method)}'";
    }

    static bool IsWrittenByHand(IMethodSymbol method, CancellationToken cancellation) =>
        method.PartialImplementationPart?.DeclaringSyntaxReferences.FirstOrDefault() is { } half && !GeneratedHeader.IsOn(half.SyntaxTree, cancellation);

    static string Expected(IMethodSymbol method) =>
        "private " + (method.IsStatic ? "static " : "")
        + string.Concat(method.ToDisplayParts(Signature)
            .Select(part => part.Kind == SymbolDisplayPartKind.MethodName ? part + PartialNames.Suffix : part.ToString()));
}
