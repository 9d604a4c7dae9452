using CrossTier.Protocols;

namespace CrossTier.Generators.Discovery;

/// <summary>How SDKs name what we read: members are tried in this order, a dot goes one object deeper. Source: the SDKs' public reply types.</summary>
internal static class UsageNames
{
    public static readonly string[] Holder = UsageHolders.Members;

    public static readonly string[] Input = TokenNames.Input.Members;

    public static readonly string[] Output = TokenNames.Output.Members;

    public static readonly string[] CachedInput = [.. TokenNames.CachedInput.Members, .. TokenNames.CacheReadBesideInput.Members];

    public static readonly string[] CacheWriteInput = [.. TokenNames.CacheWriteBesideInput.Members, .. TokenNames.CacheWriteInput.Members];

    public static readonly string[] ReasoningOutput = [.. TokenNames.ReasoningOutput.Members, .. TokenNames.ReasoningBesideOutput.Members];

    public static readonly string[] FurtherInput = TokenNames.ToolBesideInput.Members;

    public static readonly string[] FurtherOutput = TokenNames.ReasoningBesideOutput.Members;

    public static readonly string[] InputWithoutCache = TokenNames.CacheReadBesideInput.Members;
}
