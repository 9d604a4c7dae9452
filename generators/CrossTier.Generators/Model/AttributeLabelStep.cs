namespace CrossTier.Generators.Model;

/// <summary>In the attributes that it lists.</summary>
sealed record AttributeLabelStep : LabelStep;
