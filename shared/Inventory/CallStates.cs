namespace CrossTier.Inventory;

/// <summary>What becomes of an inference call, as inventory, report and metrics spell it.</summary>
static class CallStates
{
    /// <summary>It is recorded.</summary>
    public const string Measured = "measured";

    /// <summary>An <c>[AiIgnore]</c> with its reason stands around it.</summary>
    public const string Ignored = "excused";

    /// <summary>A baseline lets it stay as it is.</summary>
    public const string Baselined = "baselined";

    /// <summary>No <c>[AiCall]</c> stands around it.</summary>
    public const string Unscoped = "unscoped";

    /// <summary>It stands in a scope and cannot be measured in this form.</summary>
    public const string Refused = "refused";

    /// <summary>Seen by an analyzer only.</summary>
    public const string Unmeasured = "unmeasured";
}
