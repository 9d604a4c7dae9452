namespace CrossTier.Recognition.Readers;

/// <summary>An object has token counts.</summary>
/// <param name="Usage">The object.</param>
/// <param name="MayBeNull">Whether it is a member that may be null, else the reply or what it holds.</param>
/// <param name="Counts">The counts.</param>
/// <param name="Response">The id of the response that they are of, from the reply on; null if it has none.</param>
sealed record TokensStep(MemberPath Usage, bool MayBeNull, TokenPaths Counts, MemberPath? Response) : ReadStep
{
    /// <summary>Whether it is the usage that a stream begins with, beside that of its end.</summary>
    public bool IsFirst { get; init; }

    public override bool ReadsTokens => true;
}
