using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>
/// Forwarding is not calling: a type that implements an API and passes each parameter of the implemented member on, unchanged, is a layer
/// of the same request. So is a middleware, whatever it passes on: a type that derives from a delegating one, or a delegate of a pipeline, if it
/// returns the reply of what it was handed. Other calls are requests of their own.
/// </summary>
static class ForwardingDetector
{
    public static bool Forwards(SemanticModel model, ApiRow row, InvocationExpressionSyntax? invocation, ISymbol enclosing, CancellationToken cancellation)
    {
        if (invocation is not null && IsInner(model, invocation, enclosing, cancellation) && ReplyFlow.IsReturned(invocation))
        {
            return true;
        }

        if (invocation is null
            || ScopeReader.MemberOf(enclosing) is not IMethodSymbol { Parameters.Length: > 0 } member
            || ApiRecogniser.Recognise(member, KnownApis.Of(model.Compilation))?.Operation != row.Operation)
        {
            return false;
        }

        var body = member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .FirstOrDefault(syntax => syntax.Span.Contains(invocation.Span));
        return body is not null && member.Parameters.All(parameter => IsPassed(model, invocation, parameter, cancellation) && !IsWritten(body, parameter));
    }

    static bool IsInner(SemanticModel model, InvocationExpressionSyntax invocation, ISymbol enclosing, CancellationToken cancellation)
    {
        if (invocation.Expression is not MemberAccessExpressionSyntax { Expression: var receiver })
        {
            return false;
        }

        var asked = Bare(receiver);
        return MiddlewareDelegate.Around(model, invocation, cancellation) is { } function
            ? MiddlewareDelegate.IsHanded(model, function, asked, cancellation)
            : asked is BaseExpressionSyntax
                ? ScopeReader.MemberOf(enclosing) is { ContainingType: { } type, IsOverride: true } && IsDelegating(type)
                : asked is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
                    && ScopeReader.MemberOf(enclosing) is { ContainingType: { } around, IsOverride: true }
                    && IsDelegating(around)
                    && model.GetSymbolInfo(asked, cancellation).Symbol is IPropertySymbol { ContainingType: { } declaring, Name: var name }
                    && name.StartsWith("Inner", StringComparison.Ordinal) && IsDelegating(declaring);
    }

    static bool IsDelegating(INamedTypeSymbol type) =>
        type.SelfAndBaseTypes().Any(declaring => declaring.Name.StartsWith("Delegating", StringComparison.Ordinal));

    static bool IsPassed(SemanticModel model, InvocationExpressionSyntax invocation, IParameterSymbol parameter, CancellationToken cancellation)
    {
        var passed = invocation.ArgumentList.Arguments.Select(argument => argument.Expression);
        if (invocation.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithCancellation", Parent: InvocationExpressionSyntax enumeration })
        {
            passed = passed.Concat(enumeration.ArgumentList.Arguments.Select(argument => argument.Expression));
        }

        if (invocation.Expression is MemberAccessExpressionSyntax { Expression: var receiver })
        {
            passed = passed.Append(receiver); // What an extension method extends.
        }

        return passed.Any(expression =>
            Bare(expression) is IdentifierNameSyntax identifier
            && identifier.Identifier.ValueText == parameter.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(identifier, cancellation).Symbol, parameter));
    }

    static bool IsWritten(SyntaxNode body, IParameterSymbol parameter) =>
        body.DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => Names(assignment.Left, parameter),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && Names(argument.Expression, parameter),
            _ => false,
        });

    static bool Names(ExpressionSyntax expression, IParameterSymbol parameter) =>
        Bare(expression) is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == parameter.Name;

    static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Bare(suppressed.Operand),
        _ => expression,
    };
}
