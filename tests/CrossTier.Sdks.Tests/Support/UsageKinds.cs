namespace CrossTier.Sdks.Tests.Support;

/// <summary>The kinds of tokens that a reply tells.</summary>
[Flags]
public enum UsageKinds
{
    None = 0,
    Input = 1,
    Output = 2,
    Cached = 4,
    CacheWrite = 8,
    Reasoning = 16,
    Tokens = Input | Output,
}
