namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>What a declaration says of the calls inside it.</summary>
enum Scope
{
    None,
    Measured,
    Excused,
}
