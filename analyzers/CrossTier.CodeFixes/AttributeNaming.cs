using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>How an attribute of ours is named at a place: by its short name, after a new <c>using CrossTier;</c> if need be, or in full.</summary>
static class AttributeNaming
{
    const string Namespace = "CrossTier";

    public static (string Name, ImmutableArray<TextChange> Using) At(FixContext context, int position, string shortName)
    {
        var full = context.Model.LookupNamespacesAndTypes(position, name: shortName + "Attribute");
        var bare = context.Model.LookupNamespacesAndTypes(position, name: shortName);
        if (full.Length == 1 && full[0].ContainingNamespace?.ToDisplayString() == Namespace && bare.IsEmpty)
        {
            return (shortName, []);
        }

        return full.IsEmpty && bare.IsEmpty ? (shortName, [Using(context)]) : ($"global::{Namespace}.{shortName}", []);
    }

    /// <summary>The edit that makes extensions of ours visible at a place; none where they are.</summary>
    public static ImmutableArray<TextChange> ImportAt(FixContext context, int position) =>
        context.Model.LookupNamespacesAndTypes(position, name: "AiCallAttribute").Any(type => type.ContainingNamespace?.ToDisplayString() == Namespace)
            ? [] : [Using(context)];

    /// <summary>Where the first line below the usings can stand.</summary>
    public static int AfterUsings(FixContext context) =>
        context.Root.Usings.LastOrDefault()?.FullSpan.End ?? context.Root.Externs.LastOrDefault()?.FullSpan.End ?? BeforeFirst(context);

    static TextChange Using(FixContext context)
    {
        var line = $"using {Namespace};{context.NewLine}";
        var plain = context.Root.Usings.Where(directive => directive is { Alias: null, StaticKeyword.RawKind: 0, GlobalKeyword.RawKind: 0 }).ToList();
        if (plain.FirstOrDefault(directive => IsLater(directive.Name?.ToString() ?? "")) is { } later)
        {
            return Insertion(later.SpanStart, line);
        }

        var last = plain.LastOrDefault() ?? context.Root.Usings.LastOrDefault(directive => !directive.GlobalKeyword.IsKind(SyntaxKind.None));
        return last is not null ? Insertion(last.FullSpan.End, EndsLine(context, last.FullSpan.End) ? line : context.NewLine + line)
            : context.Root.Usings.Count > 0 ? Insertion(context.Root.Usings[0].SpanStart, line)
            : Insertion(AfterUsings(context), line + context.NewLine);
    }

    static bool IsLater(string name) =>
        name != "System" && !name.StartsWith("System.", StringComparison.Ordinal) && string.CompareOrdinal(name, Namespace) > 0;

    static bool EndsLine(FixContext context, int position) => context.Text.Lines.GetLineFromPosition(position).Start == position;

    // A header stays above; a comment of documentation stays with what it documents.
    static int BeforeFirst(FixContext context)
    {
        var first = context.Root.GetFirstToken(includeZeroWidth: true);
        var comment = first.LeadingTrivia.FirstOrDefault(trivia => trivia.HasStructure && trivia.GetStructure() is DocumentationCommentTriviaSyntax);
        return comment.IsKind(SyntaxKind.None) ? first.SpanStart : comment.FullSpan.Start;
    }

    public static TextChange Insertion(int position, string text) => new(new TextSpan(position, 0), text);
}
