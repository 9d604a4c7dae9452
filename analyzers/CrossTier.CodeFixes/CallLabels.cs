using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CrossTier.CodeFixes;

/// <summary>The labels that the code around the calls of a member shows. A wrong label is worse than none, which is found at run time.</summary>
static class CallLabels
{
    /// <summary>The provider and model that all unmeasured calls of a member share.</summary>
    public static (string? Provider, string? Model) Of(FixContext context, SyntaxNode member)
    {
        var apis = KnownApis.Of(context.Model.Compilation);
        var labels = member.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => apis.HasMethod(name.Identifier.ValueText))
            .Select(name => CallClassifier.Recognise(context.Model, name, context.Cancellation))
            .OfType<RecognisedCall>()
            .Where(call => call.Scope.Kind == ScopeKind.None)
            .Select(call => Of(context, member, call))
            .ToList();
        var provider = labels.Select(label => label.Provider).Distinct().ToList() is [var one] ? one : null;
        var model = labels.Select(label => label.Model).Distinct().ToList() is [var same] ? same : null;
        return (provider, provider is null ? null : model);
    }

    static (string? Provider, string? Model) Of(FixContext context, SyntaxNode member, RecognisedCall call)
    {
        if (call.Row.Provider is not { } provider || Receiver(call) is not { } receiver || Construction(context, member, receiver) is not { } made)
        {
            return (call.Row.Provider, null);
        }

        var (arguments, isVendors) = context.Model.GetOperation(made, context.Cancellation) switch
        {
            IObjectCreationOperation creation => (creation.Arguments, creation.Constructor!.ContainingType.FullMetadataName() == call.Row.Type),
            IInvocationOperation invocation =>
                (invocation.Arguments, invocation.Instance?.Type is { } factory && ApiCatalogue.Sdks.Any(sdk => sdk.Factories.Any(factory.HasMetadataName))),
            _ => ([], true),
        };

        // Options may name another endpoint, and another vendor's client derives from this one.
        return !isVendors
            || arguments.Any(argument => argument is { Parameter.Name: "options", ArgumentKind: ArgumentKind.Explicit, Value.ConstantValue.HasValue: false })
            ? (null, null)
            : (provider, arguments.FirstOrDefault(argument => argument.Parameter?.Name == "model")?.Value.ConstantValue.Value as string);
    }

    static ExpressionSyntax? Receiver(RecognisedCall call) => call.Name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax conditional } => conditional.Expression,
        _ => null,
    };

    // The receiver itself, or the only value of a local variable.
    static ExpressionSyntax? Construction(FixContext context, SyntaxNode member, ExpressionSyntax receiver)
    {
        var value = receiver is IdentifierNameSyntax name
            && context.Model.GetSymbolInfo(name, context.Cancellation).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is VariableDeclaratorSyntax { Initializer.Value: var initial }
            && !member.DescendantNodes()
                .OfType<AssignmentExpressionSyntax>()
                .Any(assignment => assignment.Left is IdentifierNameSyntax left && left.Identifier.ValueText == local.Name)
                ? initial
                : receiver;
        return value is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax ? value : null;
    }

    /// <summary>The arguments of an <c>[AiCall]</c> with explicit labels.</summary>
    public static string Arguments(string? provider, string? model) =>
        provider is null ? "" : model is null ? $"({Literal(provider)})" : $"({Literal(provider)}, {Literal(model)})";

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
