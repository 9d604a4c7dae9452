using System.Text.RegularExpressions;
using CrossTier.Protocols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.CodeFixes;

/// <summary>Guesses whose endpoint hand-written code speaks to, from the addresses that it names.</summary>
static class EndpointProvider
{
    // A path that many servers share, such as /v1/chat/completions, is not read.
    static readonly (string Text, string Provider)[] Paths =
    [
        ("/openai" + EndpointShapes.Deployments, "azure"),
        .. EndpointShapes.All
            .Where(shape => shape.NamesProvider)
            .SelectMany(shape => shape.Texts.Concat(shape.Endings).Select(text => (text.Split('*').Last(), shape.Provider))),
    ];

    static readonly Regex Host = new(@"[a-z0-9-]+(\.[a-z0-9-]+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    static readonly Regex Port = new(@":(\d{2,5})(?!\d)", RegexOptions.CultureInvariant);

    /// <summary>The provider that a method names, else its type; null where none or several are named.</summary>
    public static string? Of(SyntaxNode method) => In(method) ?? (method.Parent is { } type ? In(type) : null);

    static string? In(SyntaxNode node)
    {
        var named = node.DescendantTokens().Where(IsText).SelectMany(token => In(token.ValueText)).Distinct().ToList();
        return named is [var one] ? one : null;
    }

    static IEnumerable<string> In(string text) =>
        Host.Matches(text).Cast<Match>().Select(host => ProviderHosts.OfHost(host.Value))
            .Concat(Port.Matches(text).Cast<Match>().Select(port => ProviderHosts.OfPort(int.Parse(port.Groups[1].Value))))
            .Concat(Paths.Where(path => text.IndexOf(path.Text, StringComparison.OrdinalIgnoreCase) >= 0).Select(path => path.Provider))
            .OfType<string>();

    static bool IsText(SyntaxToken token) =>
        token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken;
}
