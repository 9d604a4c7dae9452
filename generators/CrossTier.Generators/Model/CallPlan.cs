namespace CrossTier.Generators.Model;

/// <summary>How a call is measured.</summary>
abstract record CallPlan
{
    /// <summary>The diagnostics that its code raises.</summary>
    public virtual IEnumerable<string> Suppressions => [];
}
