namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>What a request holds of tools.</summary>
enum Tools
{
    None,

    /// <summary>A tool may be called.</summary>
    Offered,

    /// <summary>One was called: its result is there.</summary>
    Answered,
}
