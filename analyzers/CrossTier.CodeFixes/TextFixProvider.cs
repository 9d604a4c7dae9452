using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>
/// A fix that edits one file's text. "Fix all" makes the edits of all its candidates at once and equal ones only once: two calls in one
/// member want one attribute, which merging fixes that were made apart would not give.
/// </summary>
/// <param name="rules">The ids of the diagnostics that it fixes.</param>
public abstract class TextFixProvider(params string[] rules) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. rules];

    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create((context, document, diagnostics) =>
        FixAllAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken));

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixContext.Read(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } file)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var candidate in Candidates(file, diagnostic))
            {
                var action = CodeAction.Create(candidate.Title, _ => Task.FromResult(Apply(file, candidate.Changes)), candidate.Key);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    private protected abstract IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic);

    private protected async Task<Document?> FixAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        if (await FixContext.Read(document, cancellation).ConfigureAwait(false) is not { } context)
        {
            return document;
        }

        var candidates = diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .SelectMany(diagnostic => Candidates(context, diagnostic).Where(candidate => candidate.Key == key).Take(1));
        var accepted = new List<TextChange>();
        foreach (var candidate in candidates)
        {
            var added = candidate.Changes.Where(change => !accepted.Contains(change)).ToList();
            if (!added.Any(change => accepted.Any(other => change.Span.OverlapsWith(other.Span))))
            {
                accepted.AddRange(added);
            }
        }

        return Apply(context, accepted);
    }

    static Document Apply(FixContext context, IEnumerable<TextChange> changes) =>
        context.Document.WithText(context.Text.WithChanges(changes.OrderBy(change => change.Span.Start)));
}
