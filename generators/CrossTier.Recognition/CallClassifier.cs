using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Unbound;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CrossTier.Recognition;

/// <summary>
/// The one place where an inference call is known and accepted. The generator emits what is accepted here; the analyzers flag the rest.
/// </summary>
static class CallClassifier
{
    /// <summary>Whether a node may name an API of the catalogue: all that a syntax predicate may look at.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is SimpleNameSyntax name && ApiCatalogue.ByMethod.Contains(name.Identifier.ValueText) && !name.IsPartOfStructuredTrivia();

    /// <summary>The places of a file that may name one of the methods.</summary>
    public static IEnumerable<SimpleNameSyntax> Candidates(SyntaxTree tree, IEnumerable<string> methods, CancellationToken cancellation) =>
        IdentifierFinder.Find(tree, methods, cancellation)
            .Select(token => token.Parent)
            .OfType<SimpleNameSyntax>()
            .Where(name => !name.IsPartOfStructuredTrivia());

    /// <summary>The inference call that a name belongs to; null if it is none, is forwarded, is a mock's set-up, or is left to filter or middleware.</summary>
    public static RecognisedCall? Recognise(SemanticModel model, SimpleNameSyntax name, CancellationToken cancellation)
    {
        var apis = KnownApis.Of(model.Compilation);
        if (!apis.IsPresent(name.Identifier.ValueText, model.Compilation))
        {
            return null;
        }

        var (expression, invocation) = CallForm.Of(name);
        var bindable = invocation ?? CallForm.InParentheses(expression) ?? expression;
        var symbol = model.GetSymbolInfo(bindable, cancellation);
        var isLateBound = symbol.CandidateReason == CandidateReason.LateBound;
        var bound = symbol.Symbol ?? (isLateBound ? symbol.CandidateSymbols.FirstOrDefault() : null);
        var behindDynamic = bound is null ? DynamicReceiver.MethodOf(model, name, cancellation) : null;
        var unbound = bound is null && behindDynamic is null ? UnboundCall.Find(model, name, apis, cancellation) : null;
        if ((bound ?? behindDynamic ?? unbound?.Method) is not IMethodSymbol method || ApiRecogniser.Recognise(method, apis) is not { } row)
        {
            return null;
        }

        var operation = model.GetOperation(bindable, cancellation);
        if (model.GetEnclosingSymbol(name.SpanStart, cancellation) is not { } enclosing
            || IsOnlyNamed(expression)
            || MockDetector.IsSetup(operation)
            || ForwardingDetector.Forwards(model, row, invocation, enclosing, cancellation))
        {
            return null;
        }

        var scope = ScopeReader.Read(enclosing, model.Compilation.Assembly);
        if (scope.Kind == ScopeKind.None && (row.HasFilter || MiddlewareCarrier.IsAsked(model, name, cancellation)))
        {
            return null;
        }

        InterceptableLocation? location = null;
        var reason = apis.IsRuntimeMissing ? UnsupportedReason.Framework
            : row.Form == RequestForm.OfAgents ? UnsupportedReason.AgentsInside
            : row.Form == RequestForm.Step ? UnsupportedReason.Step
            : behindDynamic is not null ? UnsupportedReason.DynamicReceiver
            : unbound is { Reason: not UnsupportedReason.None } ? unbound.Reason
            : isLateBound || operation is IDynamicInvocationOperation ? UnsupportedReason.DynamicArgument
            : InterceptionRules.CanIntercept(model, method, expression, invocation, operation, out location, cancellation);
        if (reason == UnsupportedReason.None && row.ThroughClient && PassableInterface.Of(method, model.Compilation) is null)
        {
            reason = UnsupportedReason.RequestsInside;
        }

        var member = ScopeReader.MemberOf(enclosing);
        var origin = CallNaming.Of(model, name, member, cancellation);
        return new RecognisedCall(row, method, name, invocation, member, origin, scope, reason, location)
        {
            IsUnbound = unbound is not null,
            Role = CallRoleReader.Read(model, row, invocation, enclosing, cancellation),
        };
    }

    // nameof(client.GetResponseAsync) names and does not call.
    static bool IsOnlyNamed(ExpressionSyntax expression) =>
        expression.Parent
            is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
}
