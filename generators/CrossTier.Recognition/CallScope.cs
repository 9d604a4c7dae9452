using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>What stands around a call: a scope that measures, one that excuses, the body of a partial method that is measured itself, or nothing.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Attribute">The attribute that decides it.</param>
/// <param name="Labels">What <c>[AiCall]</c> states.</param>
/// <param name="Reason">Why <c>[AiIgnore]</c> excuses.</param>
sealed record CallScope(ScopeKind Kind, AttributeData? Attribute = null, ExplicitLabels? Labels = null, string? Reason = null)
{
    public static CallScope None { get; } = new(ScopeKind.None);

    public static CallScope Core { get; } = new(ScopeKind.Core);

    /// <summary>Whether the attribute stands on the assembly: nobody had this very call in mind.</summary>
    public bool IsOfAssembly { get; init; }
}

/// <summary>The kinds of scope.</summary>
enum ScopeKind
{
    None,
    Measured,
    Ignored,
    Core,
}
