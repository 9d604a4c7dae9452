namespace CrossTier.Labels;

/// <summary>A pair of provider and model: about 60 time series.</summary>
sealed record LabelSet(string Provider, string Model);
