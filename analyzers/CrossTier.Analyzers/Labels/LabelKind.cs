namespace CrossTier.Analyzers.Labels;

/// <summary>What a label of an attribute names.</summary>
enum LabelKind
{
    Provider,
    Model,
    Instance,
    Name,
}
