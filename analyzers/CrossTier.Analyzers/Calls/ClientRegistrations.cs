using System.Collections.Immutable;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Calls;

/// <summary>
/// Where a project registers its clients, and whether our middleware is on them: it measures calls in code that another generator writes,
/// such as Razor's, where no interceptor can be.
/// </summary>
sealed class ClientRegistrations
{
    const string Middleware = "UseCrossTier";

    static readonly string[] ChatClients = ["AddChatClient", "AddKeyedChatClient"];

    static readonly string[] Generators = ["AddEmbeddingGenerator", "AddKeyedEmbeddingGenerator"];

    readonly ImmutableArray<Registration> _registrations;
    readonly bool _hasChatMiddleware;
    readonly bool _hasGeneratorMiddleware;

    ClientRegistrations(ImmutableArray<Registration> registrations, bool hasChatMiddleware, bool hasGeneratorMiddleware) =>
        (_registrations, _hasChatMiddleware, _hasGeneratorMiddleware) = (registrations, hasChatMiddleware, hasGeneratorMiddleware);

    public static ClientRegistrations Of(Compilation compilation, CancellationToken cancellation)
    {
        var registrations = ImmutableArray.CreateBuilder<Registration>();
        var (chat, generator) = (false, false);
        string[] names = [Middleware, .. ChatClients, .. Generators];
        foreach (var tree in compilation.SyntaxTrees.Where(tree => IdentifierFinder.Mentions(tree, names, cancellation)))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in IdentifierFinder.Find(tree, names, cancellation).Select(token => token.Parent).OfType<SimpleNameSyntax>())
            {
                var text = name.Identifier.ValueText;
                if (CallForm.Of(name).Invocation is not { } invocation
                    || (model.GetSymbolInfo(invocation, cancellation).Symbol as IMethodSymbol) is not { } method)
                {
                    continue;
                }

                if (text != Middleware)
                {
                    registrations.Add(new Registration(name, Generators.Contains(text), IsMeasured(invocation)));
                }
                else if (MiddlewareCarrier.IsMiddleware(method))
                {
                    generator |= IsOfGenerators(method);
                    chat |= !IsOfGenerators(method);
                }
            }
        }

        return new ClientRegistrations(registrations.ToImmutable(), chat, generator);
    }

    /// <summary>Whether a call asks a client that the middleware can be put on.</summary>
    public static bool CanMeasure(RecognisedCall call) => InterfaceOf(call) is not null;

    /// <summary>Whether the middleware is on every registered client of the kind that a call asks.</summary>
    public bool Measures(RecognisedCall call) =>
        InterfaceOf(call) is { } isGenerator
        && (isGenerator ? _hasGeneratorMiddleware : _hasChatMiddleware)
        && Unmeasured(isGenerator).IsEmpty;

    /// <summary>The registrations that lack the middleware of the client that a call asks.</summary>
    public ImmutableArray<Registration> Unmeasured(RecognisedCall call) => InterfaceOf(call) is { } isGenerator ? Unmeasured(isGenerator) : [];

    ImmutableArray<Registration> Unmeasured(bool isGenerator) =>
        [.. _registrations.Where(registration => registration.IsGenerator == isGenerator && !registration.IsMeasured)];

    // Whether a generator of embeddings is asked; null where neither that nor a chat client is.
    static bool? InterfaceOf(RecognisedCall call)
    {
        var method = (call.Method.ReducedFrom ?? call.Method).OriginalDefinition;
        var asked = method.IsExtensionMethod ? method.Parameters[0].Type : method.ContainingType;
        return asked.IsOrInherits("Microsoft.Extensions.AI.IChatClient") ? false
            : asked.IsOrInherits("Microsoft.Extensions.AI.IEmbeddingGenerator`2") ? true
            : null;
    }

    static bool IsOfGenerators(IMethodSymbol method) => (method.ReducedFrom ?? method).Arity == 2;

    // In the chain of calls, in what is registered, or on the variable that the registration is kept in.
    static bool IsMeasured(InvocationExpressionSyntax registration)
    {
        ExpressionSyntax chain = registration;
        while (chain.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer })
        {
            chain = outer;
        }

        var nodes = registration.SyntaxTree.GetRoot().DescendantNodes().ToList();
        return Mentions(chain)
            || chain.DescendantNodesAndSelf().OfType<ArgumentSyntax>().Select(argument => argument.Expression).OfType<IdentifierNameSyntax>()
                .Any(client => nodes.Any(node => BuildsWith(node, client.Identifier.ValueText)))
            || (chain.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax builder }
                && nodes.Any(node => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Middleware, Expression: var receiver }
                    && Root(receiver) is IdentifierNameSyntax name && name.Identifier.ValueText == builder.Identifier.ValueText));
    }

    static bool BuildsWith(SyntaxNode node, string variable) => node switch
    {
        VariableDeclaratorSyntax { Initializer.Value: { } value } declared => declared.Identifier.ValueText == variable && Mentions(value),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment => name.Identifier.ValueText == variable && Mentions(assignment.Right),
        _ => false,
    };

    // Where a chain of calls begins.
    static ExpressionSyntax Root(ExpressionSyntax chain) => chain switch
    {
        InvocationExpressionSyntax invocation => Root(invocation.Expression),
        MemberAccessExpressionSyntax access => Root(access.Expression),
        _ => chain,
    };

    static bool Mentions(SyntaxNode node) => node.DescendantTokens().Any(token => token.ValueText == Middleware);
}
