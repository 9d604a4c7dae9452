namespace CrossTier.Recognition.Readers;

/// <summary>An object has token counts, as it declares by implementing <c>IAiUsage</c>.</summary>
/// <param name="Usage">The object.</param>
/// <param name="MayBeNull">Whether it is a member that may be null, else the reply or what it holds.</param>
sealed record DeclaredTokensStep(MemberPath Usage, bool MayBeNull) : ReadStep
{
    public override bool ReadsTokens => true;
}
