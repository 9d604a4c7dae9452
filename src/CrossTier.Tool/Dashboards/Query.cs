namespace CrossTier.Tool.Dashboards;

/// <summary>A query of a panel.</summary>
/// <param name="Expr">The query, with Grafana's variables.</param>
/// <param name="Legend">What names its series.</param>
sealed record Query(string Expr, string Legend);
