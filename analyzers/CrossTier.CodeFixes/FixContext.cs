using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>A file in which fixes are looked for.</summary>
sealed record FixContext(Document Document, SemanticModel Model, CompilationUnitSyntax Root, SourceText Text, CancellationToken Cancellation)
{
    public static async Task<FixContext?> Read(Document document, CancellationToken cancellation) =>
        await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model
        && await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is CompilationUnitSyntax root
            ? new FixContext(document, model, root, await document.GetTextAsync(cancellation).ConfigureAwait(false), cancellation)
            : null;

    /// <summary>The innermost node that a diagnostic marks.</summary>
    public SyntaxNode NodeAt(Diagnostic diagnostic) => Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    public string NewLine
    {
        get
        {
            var first = Text.Lines[0];
            var end = Text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
            return end.Length > 0 ? end : "\n";
        }
    }

    /// <summary>What stands before a position in its line if that is blank, else null.</summary>
    public string? IndentAt(int position)
    {
        var before = Text.ToString(TextSpan.FromBounds(Text.Lines.GetLineFromPosition(position).Start, position));
        return string.IsNullOrWhiteSpace(before) ? before : null;
    }

    /// <summary>What parts an inserted piece from what follows it: a new line if that begins one, else a blank.</summary>
    public string BreakAt(int position) => IndentAt(position) is { } indent ? NewLine + indent : " ";
}
