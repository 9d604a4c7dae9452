namespace CrossTier.Recognition.Readers;

/// <summary>The reply has token counts where an <c>[AiApi]</c> says.</summary>
/// <param name="Input">The input; null where it says none.</param>
/// <param name="Output">The output; null where it says none.</param>
sealed record StatedTokensStep(MemberPath? Input, MemberPath? Output) : ReadStep
{
    public override bool ReadsTokens => true;
}
