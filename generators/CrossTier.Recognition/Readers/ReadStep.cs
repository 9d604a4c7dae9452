namespace CrossTier.Recognition.Readers;

/// <summary>One thing that is read from a reply or a chunk. Paths begin at the reply.</summary>
abstract record ReadStep
{
    /// <summary>Whether it reads token counts from members.</summary>
    public virtual bool ReadsTokens => false;

    /// <summary>Whether it reads token counts at all.</summary>
    public virtual bool ReadsUsage => ReadsTokens;
}
