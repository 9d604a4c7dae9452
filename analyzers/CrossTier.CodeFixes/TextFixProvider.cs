using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>
/// A fix that edits one file's text. "Fix all" makes the edits of all its offers at once and equal ones only once: two calls in one member
/// want one attribute, which merging fixes that were made apart would not give.
/// </summary>
/// <param name="rules">The ids of the diagnostics that it fixes.</param>
public abstract class TextFixProvider(params string[] rules) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. rules];

    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create((context, document, diagnostics) =>
        FixAllAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken));

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixPlace.Read(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var offer in Offers(place, diagnostic))
            {
                context.RegisterCodeFix(CodeAction.Create(offer.Title, _ => Task.FromResult(Apply(place, offer.Changes)), offer.Key), diagnostic);
            }
        }
    }

    private protected abstract IEnumerable<Offer> Offers(FixPlace place, Diagnostic diagnostic);

    private protected async Task<Document?> FixAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        if (await FixPlace.Read(document, cancellation).ConfigureAwait(false) is not { } place)
        {
            return document;
        }

        var accepted = new List<TextChange>();
        foreach (var offer in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).SelectMany(diagnostic => Offers(place, diagnostic).Where(offer => offer.Key == key).Take(1)))
        {
            var added = offer.Changes.Where(change => !accepted.Contains(change)).ToList();
            if (!added.Any(change => accepted.Any(other => change.Span.OverlapsWith(other.Span))))
            {
                accepted.AddRange(added);
            }
        }

        return Apply(place, accepted);
    }

    private protected static Document Apply(FixPlace place, IEnumerable<TextChange> changes) =>
        place.Document.WithText(place.Text.WithChanges(changes.OrderBy(change => change.Span.Start)));
}
