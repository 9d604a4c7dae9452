namespace CrossTier.Recognition.Readers;

/// <summary>The chunk carries text, a tool call or reasoning.</summary>
/// <param name="Conditions">It does if one of these holds; always if there are none.</param>
sealed record ContentStep(EquatableArray<ContentCondition> Conditions) : ReadStep;
