namespace CrossTier.Tool.Inventory;

/// <summary>What became of a call.</summary>
enum CallState
{
    /// <summary>No [AiCall] stands around it.</summary>
    Unscoped,

    /// <summary>It stands in a scope and cannot be measured in this form.</summary>
    Refused,

    /// <summary>It stands in the deployment where no build looked, and no layer that could measure it is registered.</summary>
    Blind,

    /// <summary>A baseline lets it stay as it is.</summary>
    Baselined,

    /// <summary>An [AiIgnore] with its reason stands around it.</summary>
    Ignored,

    /// <summary>It is measured.</summary>
    Measured,
}
