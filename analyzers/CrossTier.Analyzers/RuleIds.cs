namespace CrossTier.Analyzers;

/// <summary>The ids of the rules. An id never changes its meaning and is never used again.</summary>
static class RuleIds
{
    /// <summary>No rule: the listing of unmeasured calls for the report, which nothing sets.</summary>
    public const string Listing = "AIC000";

    public const string UnscopedCall = "AIC001";
    public const string UnmeasurableCall = "AIC002";
    public const string HandWrittenHttp = "AIC003";
    public const string NothingMeasured = "AIC004";
    public const string PartialMethod = "AIC005";
    public const string Label = "AIC006";
    public const string UnboundedLabel = "AIC007";
    public const string MeasuredTwice = "AIC008";
    public const string UnreadableUsage = "AIC009";
    public const string KernelWithoutFilter = "AIC010";
    public const string InvalidAttribute = "AIC012";
    public const string StaleBaseline = "AIC013";
    public const string MistakenLabel = "AIC014";
}
