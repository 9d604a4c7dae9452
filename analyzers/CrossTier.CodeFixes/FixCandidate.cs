using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>A fix that the user may choose: small edits of the text, so that everything else stays as the user wrote it.</summary>
/// <param name="Title">Its title in the menu.</param>
/// <param name="Key">What all candidates of one kind share: "fix all" takes the same kind everywhere.</param>
/// <param name="Changes">The edits. Equal edits of several candidates are made once.</param>
sealed record FixCandidate(string Title, string Key, ImmutableArray<TextChange> Changes);
