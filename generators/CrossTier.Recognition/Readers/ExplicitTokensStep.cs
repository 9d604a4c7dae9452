namespace CrossTier.Recognition.Readers;

/// <summary>The reply has token counts where an <c>[AiApi]</c> names them.</summary>
/// <param name="Input">The input; null where it reports none.</param>
/// <param name="Output">The output; null where it reports none.</param>
sealed record ExplicitTokensStep(MemberPath? Input, MemberPath? Output) : ReadStep
{
    public override bool ReadsTokens => true;
}
