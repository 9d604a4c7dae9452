namespace CrossTier;

/// <summary>Implemented by a reply of your own that knows its token usage, so that a partial <see cref="AiCallAttribute"/> method can record it.</summary>
public interface IAiUsage
{
    /// <summary>Tokens read by the model, cached ones included.</summary>
    long InputTokens { get; }

    /// <summary>Tokens written by the model, reasoning included.</summary>
    long OutputTokens { get; }
}
