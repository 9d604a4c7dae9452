using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CrossTier.Recording;

/// <summary>What a reply, or the chunks of a stream, said of itself. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Reading
{
    // No model reads or writes more in one request; what claims more is not a count.
    const long Absurd = uint.MaxValue;

    // A reading lives in the one object that a stream allocates, so its size counts.
    uint _input;
    uint _output;
    uint _cachedInput;
    uint _cacheWriteInput;
    uint _reasoningOutput;

    internal readonly long Input => _input;

    internal readonly long Output => _output;

    internal readonly long CachedInput => _cachedInput;

    internal readonly long CacheWriteInput => _cacheWriteInput;

    internal readonly long ReasoningOutput => _reasoningOutput;

    internal bool HasUsage { readonly get; private set; }

    internal bool HasContent { get; private set; }

    internal bool IsWithoutTokens { readonly get; private set; }

    /// <summary>Whether a reply that came should have said what it used.</summary>
    internal readonly bool IsUsageMissing => !HasUsage && !IsWithoutTokens;

    internal string? ReplyModel { get; private set; }

    internal readonly bool HasDetails => (_cachedInput | _cacheWriteInput | _reasoningOutput) != 0;

    /// <summary>Adds a usage. Null means not said; a usage with a negative or absurd number is left out as a whole.</summary>
    /// <param name="input">Input tokens, cached ones included.</param>
    /// <param name="output">Output tokens, reasoning included.</param>
    /// <param name="cachedInput">Of the input: read from a cache.</param>
    /// <param name="cacheWriteInput">Of the input: written to a cache.</param>
    /// <param name="reasoningOutput">Of the output: reasoning.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // Callers know which counts an SDK never says: those fall away.
    public void Tokens(long? input, long? output, long? cachedInput = null, long? cacheWriteInput = null, long? reasoningOutput = null)
    {
        if ((input is null && output is null) || !IsCount(input) || !IsCount(output) || !IsCount(cachedInput) || !IsCount(cacheWriteInput) || !IsCount(reasoningOutput))
        {
            return;
        }

        HasUsage = true;
        Add(ref _input, input);
        Add(ref _output, output);
        Add(ref _cachedInput, cachedInput);
        Add(ref _cacheWriteInput, cacheWriteInput);
        Add(ref _reasoningOutput, reasoningOutput);
    }

    /// <summary>The model that the reply names.</summary>
    /// <param name="model">The name, or null.</param>
    public void Model(string? model) => ReplyModel ??= model;

    /// <summary>A chunk carried text, a tool call or reasoning: the first such chunk is the first token.</summary>
    public void Content() => HasContent = true;

    /// <summary>The API has no tokens by nature (images, speech): none are missing.</summary>
    public void WithoutTokens() => IsWithoutTokens = true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(ref uint sum, long? value) => sum = (uint)Math.Min(Absurd, sum + (value ?? 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsCount(long? value) => value is null or (>= 0 and < Absurd);
}
