namespace CrossTier.Tool.Pages;

/// <summary>One line of a metrics page.</summary>
sealed record MetricSample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
{
    public string this[string label] => Labels.GetValueOrDefault(label, "");
}
