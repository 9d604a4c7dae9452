namespace CrossTier.Recognition.Catalogue;

/// <summary>Where a row looks: public properties with dots between them. Null: by the names that SDKs use.</summary>
/// <param name="Model">On the client, or after a parameter's name.</param>
/// <param name="Usage">On the reply or chunk: an object with token counts.</param>
/// <param name="InputTokens">On the reply or chunk: a count.</param>
/// <param name="OutputTokens">On the reply or chunk: a count.</param>
sealed record MemberPaths(string? Model = null, string? Usage = null, string? InputTokens = null, string? OutputTokens = null)
{
    public static MemberPaths None { get; } = new();
}
