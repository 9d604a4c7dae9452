namespace CrossTier;

/// <summary>Where a provider runs.</summary>
public enum AiTier
{
    /// <summary>Told by the provider's name, else by its endpoint: loopback and private addresses are local, all else is cloud.</summary>
    Auto,

    /// <summary>On hardware of your own: its queue is yours to watch.</summary>
    Local,

    /// <summary>A service that is billed and rate limited by somebody else.</summary>
    Cloud,
}
