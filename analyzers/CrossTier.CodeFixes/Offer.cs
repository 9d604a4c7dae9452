using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>A fix as it is offered: small edits of the text, so that everything else stays as the user wrote it.</summary>
/// <param name="Title">What the menu says.</param>
/// <param name="Key">What all offers of one kind share: "fix all" takes the same kind everywhere.</param>
/// <param name="Changes">The edits. Equal edits of several offers are made once.</param>
internal sealed record Offer(string Title, string Key, ImmutableArray<TextChange> Changes);
