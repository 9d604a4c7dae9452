using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition.Unbound;

/// <summary>
/// Finds the method of a call that does not bind while generators run, since its receiver or an argument names what another generator writes.
/// The compiler's own candidates are not asked: there may be one alone, and the wrong one.
/// </summary>
/// <param name="Method">The method; one of several that fit, where it is not certain.</param>
/// <param name="Reason">Why it cannot be intercepted; none if it can.</param>
sealed record UnboundCall(IMethodSymbol Method, UnsupportedReason Reason)
{
    public static UnboundCall? Find(SemanticModel model, SimpleNameSyntax name, KnownApis apis, CancellationToken cancellation)
    {
        // A call of one's own member has no receiver, and binds with the type.
        var invocation = CallForm.Of(name).Invocation;
        if (invocation is null || CallForm.ReceiverOf(name) is not { } receiver)
        {
            return null;
        }

        var standIns = new StandIns(model, cancellation);
        var called = standIns.TypeOf(receiver) ?? model.GetSymbolInfo(receiver, cancellation).Symbol as ITypeSymbol;
        if (called is null)
        {
            return null;
        }

        var overloads = Bound(model, invocation, name, receiver, called, standIns) is { } method
            ? [method]
            : Overloads.ThatFit(model, name, invocation, called, standIns);
        if (overloads.FirstOrDefault(overload => ApiRecogniser.Recognise(overload, apis) is not null) is not { } api)
        {
            return null;
        }

        // What is around it must bind as well: it could be a mock's set-up, or take its lambdas as expression trees.
        standIns.Add(invocation, api.ReturnType);
        return called is ITypeParameterSymbol { IsReferenceType: false } ? new UnboundCall(api, UnsupportedReason.StructReceiver)
            : overloads.Count > 1 ? new UnboundCall(api, UnsupportedReason.UnboundArgument)
            : Surroundings.Read(model, invocation, standIns, cancellation) is { } reason ? new UnboundCall(api, reason)
            : null;
    }

    static IMethodSymbol? Bound(
        SemanticModel model,
        InvocationExpressionSyntax invocation,
        SimpleNameSyntax name,
        ExpressionSyntax receiver,
        ITypeSymbol called,
        StandIns standIns)
    {
        var isValue = receiver is not InstanceExpressionSyntax && model.GetSymbolInfo(receiver).Symbol is not INamedTypeSymbol;
        var rewritten = standIns.Parse($"{(isValue ? StandIns.StandIn(called) : receiver)}.{name}{standIns.Rewrite(invocation.ArgumentList)}");
        return model.GetSpeculativeSymbolInfo(receiver.SpanStart, rewritten, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;
    }
}
