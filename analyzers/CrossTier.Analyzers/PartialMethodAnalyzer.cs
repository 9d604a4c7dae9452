using System.Collections.Immutable;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC005: a partial <c>[AiCall]</c> method whose other half cannot be generated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PartialMethodAnalyzer : CrossTierAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        RuleIds.PartialMethod,
        "Partial [AiCall] method cannot be generated",
        "The measured half of '{0}' cannot be generated: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.PartialMethod));

    static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeModifiers);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var attribute in view.AttributesOf(file.SemanticModel, file.CancellationToken).Where(attribute => attribute.Kind == AttributeNames.AiCall))
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
            return $"'async' cannot stand on the definition; put it on '{method.Name}Core'";
        }

        if (definition.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)) is { } closed)
        {
            return $"the type '{closed.Identifier.ValueText}' is not partial; write '{string.Concat(closed.Modifiers.Select(modifier => modifier.Text + " "))}partial {closed.Keyword.Text} {closed.Identifier.ValueText}'";
        }

        // With an other half of the user's own there is nothing to generate, and the calls in it are measured where they stand.
        if (IsWrittenByHand(method, cancellation) || PartialMethods.CoreOf(method) is not null)
        {
            return null;
        }

        var fault = method.ContainingType.GetMembers(method.Name + "Core").IsEmpty ? "is missing" : "has another shape";
        return $"'{method.Name}Core' {fault}; write '{Expected(method)}'";
    }

    static bool IsWrittenByHand(IMethodSymbol method, CancellationToken cancellation) =>
        method.PartialImplementationPart?.DeclaringSyntaxReferences.FirstOrDefault() is { } half && !GeneratedHeader.IsOn(half.SyntaxTree, cancellation);

    static string Expected(IMethodSymbol method) =>
        "private " + (method.IsStatic ? "static " : "")
        + string.Concat(method.ToDisplayParts(Signature).Select(part => part.Kind == SymbolDisplayPartKind.MethodName ? part + "Core" : part.ToString()));
}
