namespace CrossTier.Generators.Model;

/// <summary>Where a client has its labels.</summary>
abstract record LabelStep;
