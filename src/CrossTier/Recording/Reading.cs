using System.ComponentModel;

namespace CrossTier.Recording;

/// <summary>What a reply, or the chunks of a stream, said of itself. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Reading
{
    // No model reads or writes more in one request; what claims more is not a count.
    const long Absurd = 1L << 40;

    internal long Input { get; private set; }

    internal long Output { get; private set; }

    internal long CachedInput { get; private set; }

    internal long CacheWriteInput { get; private set; }

    internal long ReasoningOutput { get; private set; }

    internal bool HasUsage { get; private set; }

    internal bool HasContent { get; private set; }

    internal bool IsWithoutTokens { get; private set; }

    internal string? ReplyModel { get; private set; }

    internal readonly bool HasDetails => (CachedInput | CacheWriteInput | ReasoningOutput) != 0;

    /// <summary>Adds a usage. Null means not said; a usage with a negative or absurd number is left out as a whole.</summary>
    /// <param name="input">Input tokens, cached ones included.</param>
    /// <param name="output">Output tokens, reasoning included.</param>
    /// <param name="cachedInput">Of the input: read from a cache.</param>
    /// <param name="cacheWriteInput">Of the input: written to a cache.</param>
    /// <param name="reasoningOutput">Of the output: reasoning.</param>
    public void Tokens(long? input, long? output, long? cachedInput = null, long? cacheWriteInput = null, long? reasoningOutput = null)
    {
        if ((input is null && output is null) || !IsCount(input) || !IsCount(output) || !IsCount(cachedInput) || !IsCount(cacheWriteInput) || !IsCount(reasoningOutput))
        {
            return;
        }

        HasUsage = true;
        Input += input ?? 0;
        Output += output ?? 0;
        CachedInput += cachedInput ?? 0;
        CacheWriteInput += cacheWriteInput ?? 0;
        ReasoningOutput += reasoningOutput ?? 0;
    }

    /// <summary>The model that the reply names.</summary>
    /// <param name="model">The name, or null.</param>
    public void Model(string? model) => ReplyModel ??= model;

    /// <summary>A chunk carried text, a tool call or reasoning: the first such chunk is the first token.</summary>
    public void Content() => HasContent = true;

    /// <summary>The API has no tokens by nature (images, speech): none are missing.</summary>
    public void WithoutTokens() => IsWithoutTokens = true;

    static bool IsCount(long? value) => value is null or (>= 0 and < Absurd);
}
