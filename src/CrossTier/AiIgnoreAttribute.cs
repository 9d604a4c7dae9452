namespace CrossTier;

/// <summary>The inference calls below it are ignored: they are not measured, and listed in the inventory with the reason.</summary>
/// <param name="reason">Why these calls need no metrics, in words for the next reader.</param>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method
    | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Field,
    Inherited = false)]
public sealed class AiIgnoreAttribute(string reason) : Attribute
{
    /// <summary>Why these calls need no metrics.</summary>
    public string Reason { get; } = reason;
}
