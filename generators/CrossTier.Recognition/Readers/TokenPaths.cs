namespace CrossTier.Recognition.Readers;

/// <summary>The token counts of an object, each by its path; null for one that it has not.</summary>
/// <param name="Input">Input.</param>
/// <param name="FurtherInput">Input beside it and no part of it.</param>
/// <param name="Output">Output.</param>
/// <param name="FurtherOutput">Output beside it and no part of it.</param>
/// <param name="CachedInput">Input that was read from a cache.</param>
/// <param name="CacheWriteInput">Input that was written to a cache.</param>
/// <param name="ReasoningOutput">Output that is reasoning.</param>
/// <param name="CacheReadBesideInput">Input that was read from a cache, where neither this nor what was written to one is a part of the input.</param>
/// <param name="IsSoFar">Whether the counts are those of all chunks so far, else they add.</param>
sealed record TokenPaths(
    MemberPath? Input,
    MemberPath? FurtherInput,
    MemberPath? Output,
    MemberPath? FurtherOutput,
    MemberPath? CachedInput,
    MemberPath? CacheWriteInput,
    MemberPath? ReasoningOutput,
    MemberPath? CacheReadBesideInput,
    bool IsSoFar);
