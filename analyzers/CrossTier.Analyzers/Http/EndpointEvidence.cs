using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Http;

/// <summary>
/// Looks for the endpoint of an HTTP call where real code has it: rarely in its arguments, mostly in the member or the type around it. A
/// nearer address of another kind outweighs a farther inference address.
/// </summary>
static class EndpointEvidence
{
    const string Hole = "{}";

    /// <summary>The text that makes a call an inference call, found without binding anything; null if there is none.</summary>
    public static (string? Text, bool IsElsewhere) Find(InvocationExpressionSyntax call, SyntaxNode member, IEnumerable<SyntaxNode> types)
    {
        var nearest = Read(call.ArgumentList);
        if (nearest.IsOther || (nearest.Inference is null && call.ArgumentList.Arguments.FirstOrDefault() is { } target && SaysPath(target)))
        {
            return (null, true);
        }

        var around = nearest.Inference is null ? Read(member) : nearest;
        if ((around.Inference ?? Body(member)) is { } text)
        {
            return (text, false);
        }

        // A member with a body of its own sends that one, whatever others of its type send.
        var hasBody = member.DescendantNodes().Any(node => node is AnonymousObjectCreationExpressionSyntax);
        return around.IsOther
            ? (null, true)
            : (types.Select(type => Read(type).Inference ?? (hasBody ? null : Body(type))).FirstOrDefault(found => found is not null), false);
    }

    /// <summary>The inference address that a request names, or the member that makes it; null if there is none.</summary>
    public static string? Of(ObjectCreationExpressionSyntax made, SyntaxNode member) =>
        Read(made) is { IsOther: false } own ? own.Inference ?? Read(member).Inference : null;

    /// <summary>Whether the only HTTP verbs that a member names are ones that ask a model for nothing.</summary>
    public static bool OnlyReads(SyntaxNode member)
    {
        var verbs = member.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Expression is IdentifierNameSyntax { Identifier.ValueText: "HttpMethod" or "Method" }
                or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HttpMethod" or "Method" })
            .Select(access => access.Name.Identifier.ValueText)
            .ToList();
        return verbs.Count > 0 && verbs.All(verb => verb is "Get" or "Head" or "Delete" or "Options");
    }

    /// <summary>The inference address that a piece of code names, and whether it names only others.</summary>
    public static (string? Inference, bool IsOther) Read(SyntaxNode node)
    {
        string? inference = null;
        var isOther = false;
        foreach (var (text, token) in Texts(node))
        {
            if (!IsRoute(token))
            {
                inference ??= EndpointText.IsInference(text) ? text.Trim() : null;
                isOther |= EndpointText.IsOtherPath(text);
            }
        }

        return (inference, inference is null && isOther);
    }

    /// <summary>A body with a model and its input: better evidence than an address that comes from configuration. Null where there is none.</summary>
    public static string? Body(SyntaxNode node)
    {
        var anonymous = node.DescendantNodesAndSelf().OfType<AnonymousObjectCreationExpressionSyntax>().Select(body => body.Initializers.Select(Name).ToList());
        var typed = node.DescendantNodes().OfType<InitializerExpressionSyntax>()
            .Where(body => body.IsKind(SyntaxKind.ObjectInitializerExpression))
            .Select(body => body.Expressions.OfType<AssignmentExpressionSyntax>()
            .Select(member => (member.Left as IdentifierNameSyntax)?.Identifier.ValueText.ToLowerInvariant() ?? "")
            .ToList());
        var keys = node.DescendantTokens().Where(IsText).Select(token => token.ValueText).ToList();
        return anonymous.Concat(typed).Append(keys).Any(names => names.Contains("model") && names.Any(name => name is "messages" or "prompt" or "contents"))
            || keys.Any(text => text.Contains("\"model\"") && (text.Contains("\"messages\"") || text.Contains("\"prompt\"")))
                ? "model and messages in the body"
                : null;
    }

    // An address that stands in the call itself is the whole address, also where it starts with no slash.
    static bool SaysPath(ArgumentSyntax target) =>
        target.Expression is LiteralExpressionSyntax { Token: var token }
            && IsText(token)
            && token.ValueText.Trim('/').Contains('/')
            && !token.ValueText.Any(char.IsWhiteSpace);

    static string Name(AnonymousObjectMemberDeclaratorSyntax member) =>
        member.NameEquals?.Name.Identifier.ValueText
        ?? (member.Expression as IdentifierNameSyntax)?.Identifier.ValueText
        ?? ((member.Expression as MemberAccessExpressionSyntax)?.Name as IdentifierNameSyntax)?.Identifier.ValueText
        ?? "";

    static bool IsText(SyntaxToken token) =>
        token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken;

    // An interpolated text is one address, whatever stands in its holes. What is put before it is a server, what is put behind it the rest of a path.
    static IEnumerable<(string Text, SyntaxToken Token)> Texts(SyntaxNode node)
    {
        foreach (var token in node.DescendantTokens().Where(IsText))
        {
            if (token.Parent is not InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole } part)
            {
                yield return (token.ValueText, token);
            }
            else if (whole.Contents.First(content => content is InterpolatedStringTextSyntax) == part)
            {
                yield return (Join(whole), token);
            }
        }
    }

    static string Join(InterpolatedStringExpressionSyntax whole)
    {
        var text = string.Concat(whole.Contents.Select(part => part is InterpolatedStringTextSyntax known ? known.TextToken.ValueText : Hole));
        var start = text.StartsWith(Hole, StringComparison.Ordinal) ? Hole.Length : 0;
        return text.EndsWith(Hole, StringComparison.Ordinal) ? text.Substring(start, text.Length - start - Hole.Length) : text.Substring(start);
    }

    // [Route("/api/chat")] and MapPost("/v1/chat/completions", ...) serve an endpoint and call none.
    static bool IsRoute(SyntaxToken token) =>
        token.Parent?.AncestorsAndSelf()
            .FirstOrDefault(node => node is AttributeSyntax or ArgumentListSyntax or StatementSyntax or MemberDeclarationSyntax) switch
        {
            AttributeSyntax => true,
            ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } } =>
                name.StartsWith("Map", StringComparison.Ordinal),
            _ => false,
        };
}
