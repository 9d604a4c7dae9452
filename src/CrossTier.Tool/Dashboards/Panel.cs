namespace CrossTier.Tool.Dashboards;

/// <summary>A panel.</summary>
/// <param name="Title">The title.</param>
/// <param name="Kind">How it draws.</param>
/// <param name="Unit">Grafana's name of the unit.</param>
/// <param name="Description">What it reports and what to make of it.</param>
/// <param name="Queries">What it shows.</param>
sealed record Panel(string Title, PanelKind Kind, string Unit, string Description, params Query[] Queries)
{
    /// <summary>How many of the 24 columns it takes.</summary>
    public int Width { get; init; } = 12;

    /// <summary>Where it turns yellow and red; the lower is better unless the first is above the second.</summary>
    public (double Warning, double Critical)? Thresholds { get; init; }

    /// <summary>What stands there when there is nothing to show.</summary>
    public string Nothing { get; init; } = "no traffic";

    /// <summary>The end of its axis, where it has one.</summary>
    public double? Max { get; init; }
}
