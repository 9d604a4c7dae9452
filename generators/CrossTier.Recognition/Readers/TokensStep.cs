namespace CrossTier.Recognition.Readers;

/// <summary>An object has token counts.</summary>
/// <param name="Usage">The object.</param>
/// <param name="MayBeNull">Whether it is a member that may be null, else the reply or what it holds.</param>
/// <param name="Counts">The counts.</param>
sealed record TokensStep(MemberPath Usage, bool MayBeNull, TokenPaths Counts) : ReadStep
{
    public override bool ReadsTokens => true;
}
