using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>Reads off the source whether a call is the request around it or is asked in between.</summary>
static class CallRoleReader
{
    public static CallRole Read(SemanticModel model, ApiRow row, InvocationExpressionSyntax? invocation, ISymbol enclosing, CancellationToken cancellation)
    {
        var apis = KnownApis.Of(model.Compilation);
        var member = ScopeReader.MemberOf(enclosing);
        var isInDelegate = MiddlewareDelegate.Around(model, invocation, cancellation) is not null;
        if (invocation is null || !(isInDelegate || ApiRecogniser.IsInImplementation(member, apis)))
        {
            return CallRole.Unknown;
        }

        if (!ReplyFlow.IsReturned(invocation))
        {
            return IsAfterOwn(model, invocation, apis, cancellation) ? CallRole.LateAside : CallRole.Aside;
        }

        // What another member returns may be anything to the request around it.
        var around = member is IMethodSymbol method ? ApiRecogniser.Recognise(method, apis)?.Operation : null;
        return isInDelegate ? CallRole.Own
            : around is null ? CallRole.Unknown
            : IsEmbedding(around.Value) == IsEmbedding(row.Operation) ? CallRole.Own
            : CallRole.Aside;
    }

    // In a loop as well: what is asked first there has no reply before it the first time.
    static bool IsAfterOwn(SemanticModel model, InvocationExpressionSyntax aside, KnownApis apis, CancellationToken cancellation) =>
        aside.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            call.Span.End <= aside.SpanStart
            && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
            && ApiRecogniser.Recognise(method, apis) is not null
            && ReplyFlow.IsReturned(call));

    static bool IsEmbedding(Operation operation) => operation == Operation.Embeddings;
}
