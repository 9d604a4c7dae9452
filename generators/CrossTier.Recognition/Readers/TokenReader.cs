using CrossTier.Protocols;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds the token counts of an object by the names of its members.</summary>
/// <param name="compilation">Where it is read.</param>
/// <param name="members">Finds its members.</param>
sealed class TokenReader(Compilation compilation, MemberReader members)
{
    static readonly string[] CachedInput = [.. TokenNames.CachedInput.Members, .. TokenNames.CacheReadBesideInput.Members];

    static readonly string[] CacheWriteInput = [.. TokenNames.CacheWriteBesideInput.Members, .. TokenNames.CacheWriteInput.Members];

    static readonly string[] ReasoningOutput = [.. TokenNames.ReasoningOutput.Members, .. TokenNames.ReasoningBesideOutput.Members];

    /// <summary>Whether the counts are those of all chunks so far.</summary>
    public bool IsSoFar { get; init; }

    /// <summary>The counts; null if there is neither input nor output.</summary>
    public TokenPaths? Read(ITypeSymbol type)
    {
        type = PublicProperty.NotNullable(type);
        MemberPath? Find(string[] names) => members.Find(type, names, PublicProperty.IsCount);

        var input = Find(TokenNames.Input.Members);
        var furtherInput = input is null ? null : Find(TokenNames.ToolBesideInput.Members);
        var output = Find(TokenNames.Output.Members);
        var furtherOutput = output is null ? null : Find(TokenNames.ReasoningBesideOutput.Members);
        return input is null && output is null ? null : new TokenPaths(
            input,
            furtherInput,
            output,
            furtherOutput,
            Find(CachedInput),
            Find(CacheWriteInput),
            Find(ReasoningOutput),
            input is null && !IsSoFar ? null : Find(TokenNames.CacheReadBesideInput.Members),
            IsSoFar);
    }

    /// <summary>Whether an object declares its counts.</summary>
    public bool IsDeclared(ITypeSymbol type) =>
        compilation.GetTypeByMetadataName("CrossTier.IAiUsage") is { } usage && compilation.HasImplicitConversion(PublicProperty.NotNullable(type), usage);
}
