using System.Collections.Immutable;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Http;

/// <summary>Finds requests that are sent by hand to inference endpoints and that nothing measures.</summary>
static class HttpCallFinder
{
    static readonly string[] BodySigns = ["messages", "prompt", "contents"];

    public static ImmutableArray<HttpCall> Find(SemanticModel model, CompilationView view, CancellationToken cancellation)
    {
        var hasHandler = view.HasHttpHandler(cancellation);
        if (GeneratedHeader.IsOn(model.SyntaxTree, cancellation)
            || !(view.NamesEndpoints(cancellation) || (!hasHandler && IdentifierFinder.Mentions(model.SyntaxTree, BodySigns, cancellation))))
        {
            return [];
        }

        var calls = ImmutableArray.CreateBuilder<HttpCall>();
        foreach (var token in IdentifierFinder.Find(model.SyntaxTree, HttpLibrary.SendingMethods, cancellation))
        {
            if (token.Parent is SimpleNameSyntax name && Read(model, view, name, cancellation) is { } call)
            {
                calls.Add(call);
            }
        }

        calls.AddRange(MadeRequestFinder.Find(model, cancellation).Where(made => !IsMeasuredElsewhere(model, view, made.Enclosing, cancellation)));
        calls.AddRange(HelperCallFinder.Find(model, view, cancellation));
        return hasHandler ? [.. calls.Select(BesideHandler).OfType<HttpCall>()] : calls.ToImmutable();
    }

    // The handler measures all but what it cannot read.
    static HttpCall? BesideHandler(HttpCall call) => EndpointText.Unreadable(call.Evidence) is { } reason ? call with { Unreadable = reason } : null;

    static HttpCall? Read(SemanticModel model, CompilationView view, SimpleNameSyntax name, CancellationToken cancellation)
    {
        var (expression, invocation) = CallForm.Of(name);
        if (invocation is null || expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax })
        {
            return null;
        }

        var member = MemberAround(name);
        var (text, isElsewhere) = EndpointEvidence.Find(invocation, member, TypeParts(model, name, cancellation));
        if (isElsewhere || (text is null && !view.NamesEndpoints(cancellation)) || EndpointEvidence.OnlyReads(member))
        {
            return null;
        }

        if (model.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol method
            || !HttpLibrary.Sends(method)
            || (text ?? Constant(model, member, cancellation)) is not { } evidence
            || model.GetEnclosingSymbol(name.SpanStart, cancellation) is not { } enclosing
            || IsMeasuredElsewhere(model, view, enclosing, cancellation))
        {
            return null;
        }

        return new HttpCall(name.Identifier.GetLocation(), method, enclosing, evidence);
    }

    // The Core of a partial method and what only it reaches; below [AiIgnore]; an HTTP handler, which forwards; a client of our own that
    // implements an inference API, since it is measured where it is called.
    internal static bool IsMeasuredElsewhere(SemanticModel model, CompilationView view, ISymbol enclosing, CancellationToken cancellation)
    {
        var scope = ScopeReader.Read(enclosing, model.Compilation.Assembly).Kind;
        if (scope is ScopeKind.Core or ScopeKind.Ignored)
        {
            return true;
        }

        var (member, apis) = (ScopeReader.MemberOf(enclosing), KnownApis.Of(model.Compilation));
        return member.ContainingType is { } type
            && (view.ReachOf(type, cancellation).CoreAbove(member) is not null
                || type.IsOrInherits("System.Net.Http.HttpMessageHandler")
                || type.AllInterfaces.Any(face => apis.HasType(face.OriginalDefinition))
                || (apis.HasType(type.OriginalDefinition)
                    && (member.DeclaredAccessibility == Accessibility.Private
                        || (member is IMethodSymbol method && ApiRecogniser.Recognise(method, apis) is not null))));
    }

    /// <summary>The text of a constant that a piece of code names, if it is an inference address.</summary>
    internal static string? Constant(SemanticModel model, SyntaxNode member, CancellationToken cancellation) =>
        member.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => char.IsUpper(name.Identifier.ValueText.FirstOrDefault()))
            .Select(name => model.GetSymbolInfo(name, cancellation).Symbol is IFieldSymbol { HasConstantValue: true, ConstantValue: string text }
                && EndpointText.IsInference(text) ? text : null)
            .FirstOrDefault(text => text is not null);

    // In a top-level program a local function is the member: the whole file would be too much.
    internal static SyntaxNode MemberAround(SyntaxNode node)
    {
        var member = (SyntaxNode?)node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node.SyntaxTree.GetRoot();
        return member is GlobalStatementSyntax ? node.FirstAncestorOrSelf<LocalFunctionStatementSyntax>() ?? member : member;
    }

    internal static IEnumerable<SyntaxNode> TypeParts(SemanticModel model, SyntaxNode node, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return node.SyntaxTree.GetRoot(cancellation).ChildNodes().OfType<GlobalStatementSyntax>();
        }

        return new SyntaxNode[] { type }.Concat(Others());

        // Other parts and base types: looked up only where the part at hand has none.
        IEnumerable<SyntaxNode> Others() =>
            model.GetDeclaredSymbol(type, cancellation) is { } symbol
                ? symbol.SelfAndBaseTypes()
                    .SelectMany(ancestor => ancestor.DeclaringSyntaxReferences)
                    .Select(part => part.GetSyntax(cancellation))
                    .Where(part => part != type)
                : [];
    }
}
