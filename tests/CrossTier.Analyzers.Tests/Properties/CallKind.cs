namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>What the compiler can do with a call.</summary>
enum CallKind
{
    Interceptable,
    Refused,

    /// <summary>It only looks like a call.</summary>
    None,
}
