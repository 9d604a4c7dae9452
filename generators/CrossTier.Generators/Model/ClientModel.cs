using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>How a client's labels are read.</summary>
/// <param name="Type">The type that the reader takes.</param>
/// <param name="Labels">What is read.</param>
/// <param name="Suppressions">The diagnostics that the accesses raise.</param>
sealed record ClientModel(string Type, LabelStep Labels, EquatableArray<string> Suppressions)
{
    /// <summary>The model that is read for each request; null where it is read once.</summary>
    public FollowedModel? Model { get; init; }
}
