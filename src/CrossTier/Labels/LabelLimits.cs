namespace CrossTier.Labels;

/// <summary>Bounds of labels that runtime and rules share.</summary>
static class LabelLimits
{
    /// <summary>Longer names are cut: a label is not a place for a prompt that was passed as a model.</summary>
    public const int Length = 128;
}
