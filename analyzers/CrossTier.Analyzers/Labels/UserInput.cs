using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Labels;

/// <summary>Determines whether a value comes straight from a user within one member: what is checked, mapped or looked up on the way does not count.</summary>
static class UserInput
{
    static readonly string[] Requests = ["Microsoft.AspNetCore.Http.HttpRequest", "Microsoft.AspNetCore.Http.HttpContext"];

    /// <summary>What the value is, in words, or null if it is not a user's.</summary>
    public static string? Source(SemanticModel model, ExpressionSyntax value, CancellationToken cancellation) =>
        new Tracer(model, cancellation).Source(value, 0);

    sealed class Tracer(SemanticModel model, CancellationToken cancellation)
    {
        // Enough for code that people write; a longer chain is not followed.
        const int MaxDepth = 12;

        public string? Source(ExpressionSyntax? value, int depth) => depth > MaxDepth ? null : value switch
        {
            ParenthesizedExpressionSyntax inner => Source(inner.Expression, depth + 1),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => Source(inner.Operand, depth + 1),
            CastExpressionSyntax cast => Source(cast.Expression, depth + 1),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AddExpression } either =>
                Source(either.Left, depth + 1) ?? Source(either.Right, depth + 1),
            ConditionalExpressionSyntax either => Source(either.WhenTrue, depth + 1) ?? Source(either.WhenFalse, depth + 1),
            InterpolatedStringExpressionSyntax text =>
                text.Contents.OfType<InterpolationSyntax>().Select(part => Source(part.Expression, depth + 1)).FirstOrDefault(found => found is not null),
            ConditionalAccessExpressionSyntax access => Source(access.Expression, depth + 1),
            ElementAccessExpressionSyntax element => Source(element.Expression, depth + 1),
            InvocationExpressionSyntax call => OfCall(call, depth),
            MemberAccessExpressionSyntax access => OfRequest(access) ?? Source(access.Expression, depth + 1),
            IdentifierNameSyntax name => OfName(name, depth),
            _ => null,
        };

        // Trim, ToLower and the like keep a text a user's text; any other method may check it.
        string? OfCall(InvocationExpressionSyntax call, int depth) => model.GetSymbolInfo(call, cancellation).Symbol switch
        {
            IMethodSymbol { Name: "ReadLine", ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } } => "Console.ReadLine()",
            IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String or SpecialType.System_Object }
                when call.Expression is MemberAccessExpressionSyntax access => Source(access.Expression, depth + 1),
            IMethodSymbol { Name: "ToString" } when call.Expression is MemberAccessExpressionSyntax access => Source(access.Expression, depth + 1),
            _ => null,
        };

        string? OfRequest(ExpressionSyntax expression) =>
            model.GetTypeInfo(expression, cancellation).Type is INamedTypeSymbol type && Requests.Contains(type.FullMetadataName()) ? "the HTTP request" : null;

        string? OfName(IdentifierNameSyntax name, int depth)
        {
            switch (model.GetSymbolInfo(name, cancellation).Symbol)
            {
                case IParameterSymbol parameter:
                    return OfRequest(name) ?? OfParameter(parameter);
                case ILocalSymbol local when local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
                    is VariableDeclaratorSyntax { Initializer.Value: var value } declarator && IsWrittenOnce(declarator):
                    return Source(value, depth + 1);
                case IPropertySymbol or IFieldSymbol:
                    return OfRequest(name);
                default:
                    return null;
            }
        }

        string? OfParameter(IParameterSymbol parameter) => parameter.ContainingSymbol switch
        {
            IMethodSymbol { Name: "<Main>$" or "Main", IsStatic: true } when parameter.Type is IArrayTypeSymbol => "a command-line argument",
            IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda when IsEndpoint(lambda) && IsRequestData(parameter) =>
                $"the endpoint's parameter '{parameter.Name}'",
            IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public } action when IsController(action.ContainingType)
                && IsRequestData(parameter) => $"the action's parameter '{parameter.Name}'",
            _ => null,
        };

        // app.MapPost("/ask", (string model) => ...)
        bool IsEndpoint(IMethodSymbol lambda) =>
            lambda.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
                is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }
            && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
            && method.Name.StartsWith("Map", StringComparison.Ordinal)
            && method.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Builder";

        static bool IsController(INamedTypeSymbol type) => type.IsOrInherits("Microsoft.AspNetCore.Mvc.ControllerBase");

        // Texts and the application's own request types; services and tokens come from elsewhere.
        static bool IsRequestData(IParameterSymbol parameter) =>
            !parameter.GetAttributes()
                .Any(attribute => attribute.AttributeClass?.Name.StartsWith("FromServices", StringComparison.Ordinal) == true
                    || attribute.AttributeClass?.Name.StartsWith("FromKeyedServices", StringComparison.Ordinal) == true)
            && (parameter.Type.SpecialType == SpecialType.System_String || parameter.Type is INamedTypeSymbol { IsRecord: true });

        static bool IsWrittenOnce(VariableDeclaratorSyntax local) =>
            local.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && !(member.Parent is CompilationUnitSyntax file ? file : (SyntaxNode)member).DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .Any(assignment => assignment.Left is IdentifierNameSyntax written && written.Identifier.ValueText == local.Identifier.ValueText);
    }
}
