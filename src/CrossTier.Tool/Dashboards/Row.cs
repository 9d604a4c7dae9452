namespace CrossTier.Tool.Dashboards;

/// <summary>A row of panels under a heading.</summary>
sealed record Row(string Title, IReadOnlyList<Panel> Panels);
