namespace CrossTier.Tool.Dashboards;

/// <summary>How a panel draws.</summary>
enum PanelKind
{
    /// <summary>Lines over time.</summary>
    Lines,

    /// <summary>Areas over time, one on top of the other.</summary>
    Stack,

    /// <summary>The last value, large.</summary>
    Stat,

    /// <summary>Bars of last values, the longest first.</summary>
    Bars,

    /// <summary>Last values with their labels.</summary>
    Table,
}
