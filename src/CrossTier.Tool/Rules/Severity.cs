namespace CrossTier.Tool.Rules;

/// <summary>What an alert wants of people.</summary>
enum Severity
{
    /// <summary>Somebody gets up.</summary>
    Critical,

    /// <summary>Somebody looks in working hours.</summary>
    Warning,

    /// <summary>Nobody is told; it stands on the dashboard, for capacity planning.</summary>
    Trend,
}
