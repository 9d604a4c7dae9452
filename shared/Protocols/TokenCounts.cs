namespace CrossTier.Protocols;

/// <summary>The counts that a reply reports. All of them count up in the course of a stream, so what was reported last holds, count by count.</summary>
struct TokenCounts
{
    // A number that counts nothing: it makes the whole usage void.
    public const long NoCount = -1;

    long? _input;
    long? _output;
    long? _cachedInput;
    long? _cacheWriteInput;
    long? _reasoningOutput;
    long? _cacheReadBesideInput;
    long? _cacheWriteBesideInput;
    long? _toolBesideInput;
    long? _reasoningBesideOutput;
    long? _unbilledInput;
    long? _unbilledOutput;

    /// <summary>Whether a cache's tokens are reported as part of no other count.</summary>
    public readonly bool HasCacheBesideInput => (_cacheReadBesideInput ?? _cacheWriteBesideInput) is not null;

    /// <summary>Whether a cache's tokens are reported at all.</summary>
    public readonly bool HasCache => (CachedInput ?? CacheWriteInput) is not null;

    /// <summary>Input tokens without those of a cache that are no part of them.</summary>
    public readonly long? InputWithoutCache => Sum(_input ?? _unbilledInput, _toolBesideInput);

    /// <summary>All input tokens; null if none are reported.</summary>
    public readonly long? Input => Sum(InputWithoutCache, Sum(_cacheReadBesideInput, _cacheWriteBesideInput));

    /// <summary>All output tokens.</summary>
    public readonly long? Output => Sum(_output ?? _unbilledOutput, _reasoningBesideOutput);

    /// <summary>Of the input: read from a cache.</summary>
    public readonly long? CachedInput => _cachedInput ?? _cacheReadBesideInput;

    /// <summary>Of the input: written to a cache.</summary>
    public readonly long? CacheWriteInput => _cacheWriteInput ?? _cacheWriteBesideInput;

    /// <summary>Of the output: reasoning.</summary>
    public readonly long? ReasoningOutput => _reasoningOutput ?? _reasoningBesideOutput;

    /// <summary>Takes over one count.</summary>
    public void Set(TokenCount count, long? value)
    {
        switch (count)
        {
            case TokenCount.Input:
                _input = value;
                break;
            case TokenCount.Output:
                _output = value;
                break;
            case TokenCount.CachedInput:
                _cachedInput = value;
                break;
            case TokenCount.CacheWriteInput:
                _cacheWriteInput = value;
                break;
            case TokenCount.ReasoningOutput:
                _reasoningOutput = value;
                break;
            case TokenCount.CacheReadBesideInput:
                _cacheReadBesideInput = value;
                break;
            case TokenCount.CacheWriteBesideInput:
                _cacheWriteBesideInput = value;
                break;
            case TokenCount.ToolBesideInput:
                _toolBesideInput = value;
                break;
            case TokenCount.ReasoningBesideOutput:
                _reasoningBesideOutput = value;
                break;
            case TokenCount.UnbilledInput:
                _unbilledInput = value;
                break;
            case TokenCount.UnbilledOutput:
                _unbilledOutput = value;
                break;
        }
    }

    /// <summary>Adds one to the input, where each of its tokens is listed.</summary>
    public void AddInput() => _input = (_input ?? 0) + 1;

    /// <summary>Takes over what was reported later.</summary>
    public void Take(in TokenCounts later)
    {
        _input = later._input ?? _input;
        _output = later._output ?? _output;
        _cachedInput = later._cachedInput ?? _cachedInput;
        _cacheWriteInput = later._cacheWriteInput ?? _cacheWriteInput;
        _reasoningOutput = later._reasoningOutput ?? _reasoningOutput;
        _cacheReadBesideInput = later._cacheReadBesideInput ?? _cacheReadBesideInput;
        _cacheWriteBesideInput = later._cacheWriteBesideInput ?? _cacheWriteBesideInput;
        _toolBesideInput = later._toolBesideInput ?? _toolBesideInput;
        _reasoningBesideOutput = later._reasoningBesideOutput ?? _reasoningBesideOutput;
        _unbilledInput = later._unbilledInput ?? _unbilledInput;
        _unbilledOutput = later._unbilledOutput ?? _unbilledOutput;
    }

    static long? Sum(long? one, long? other) =>
        one is < 0 or > uint.MaxValue || other is < 0 or > uint.MaxValue ? NoCount
        : one is null ? other
        : one + (other ?? 0);
}
