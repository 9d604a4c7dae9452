using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Recognition;

/// <summary>
/// Finds identifiers by searching a file's text: most files hold none of the names, and then not even their syntax tree is walked.
/// </summary>
static class IdentifierFinder
{
    // Each text is copied once, however many rules search it.
    static readonly ConditionalWeakTable<SourceText, string> Texts = new();

    /// <summary>The identifiers with one of the names, in the order of the file.</summary>
    public static List<SyntaxToken> Find(SyntaxTree tree, IEnumerable<string> names, CancellationToken cancellation)
    {
        var found = new List<SyntaxToken>();
        var text = TextOf(tree, cancellation);
        foreach (var name in names)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if (IsPart(text, at - 1) || IsPart(text, at + name.Length))
                {
                    continue;
                }

                var token = tree.GetRoot(cancellation).FindToken(at);
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Span.Contains(at))
                {
                    found.Add(token);
                }
            }
        }

        found.Sort((a, b) => a.SpanStart.CompareTo(b.SpanStart));
        return found;
    }

    /// <summary>Whether a file's text holds one of the fragments anywhere.</summary>
    public static bool Mentions(SyntaxTree tree, IEnumerable<string> fragments, CancellationToken cancellation)
    {
        var text = TextOf(tree, cancellation);
        return fragments.Any(fragment => text.IndexOf(fragment, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    static string TextOf(SyntaxTree tree, CancellationToken cancellation) => Texts.GetValue(tree.GetText(cancellation), text => text.ToString());

    static bool IsPart(string text, int at) => at >= 0 && at < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[at]);
}
