using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using CrossTier.Outcomes;
using CrossTier.Protocols;

namespace CrossTier.CompilerServices;

/// <summary>What a reply, or the chunks of a stream, reported of itself. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReplyReading
{
    // No model reads or writes more in one request; what claims more is not a count.
    const long MaxPlausible = uint.MaxValue;

    const byte RateLimitBit = 1;
    const int FailureShift = 1;

    // A reading lives in the one object that a stream allocates, so its size counts.
    uint _input;
    uint _output;
    uint _cachedInput;
    uint _cacheWriteInput;
    uint _reasoningOutput;
    byte _rare; // what few replies report: whether there is a rate limit in the lowest bit, the failure's kind plus one above it
    object? _model; // the model that the reply names, or a RateLimitRemaining that holds it too

    internal readonly long Input => _input;

    internal readonly long Output => _output;

    internal readonly long CachedInput => _cachedInput;

    internal readonly long CacheWriteInput => _cacheWriteInput;

    internal readonly long ReasoningOutput => _reasoningOutput;

    internal bool HasUsage { readonly get; private set; }

    internal bool HasContent { get; private set; }

    internal bool IsWithoutTokens { readonly get; private set; }

    /// <summary>Whether a reply that came should have reported what it used.</summary>
    internal readonly bool IsUsageMissing => !HasUsage && !IsWithoutTokens;

    /// <summary>Whether it reports what few replies report: the way of a plain success does not look further.</summary>
    internal readonly bool HasRare => _rare != 0;

    internal readonly bool HasRateLimitRemaining => (_rare & RateLimitBit) != 0;

    /// <summary>Why the reply reports that it failed; null if it does not.</summary>
    internal readonly ErrorKind? Failure => _rare >> FailureShift is > 0 and var kind ? (ErrorKind)(kind - 1) : null;

    internal readonly string? ReplyModel => _model as string ?? RateLimitRemaining?.Model;

    internal readonly RateLimitRemaining? RateLimitRemaining => HasRateLimitRemaining ? (RateLimitRemaining)_model! : null;

    internal readonly bool HasDetails => (_cachedInput | _cacheWriteInput | _reasoningOutput) != 0;

    /// <summary>Adds a usage. Null means not reported; a usage with a negative or implausible number is left out as a whole.</summary>
    /// <param name="input">Input tokens, cached ones included.</param>
    /// <param name="output">Output tokens, reasoning included.</param>
    /// <param name="cachedInput">Of the input: read from a cache.</param>
    /// <param name="cacheWriteInput">Of the input: written to a cache.</param>
    /// <param name="reasoningOutput">Of the output: reasoning.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // Callers know which counts an SDK never has: those fall away.
    public void Tokens(long? input, long? output, long? cachedInput = null, long? cacheWriteInput = null, long? reasoningOutput = null)
    {
        if ((input is null && output is null)
            || !IsCount(input) || !IsCount(output) || !IsCount(cachedInput) || !IsCount(cacheWriteInput) || !IsCount(reasoningOutput))
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

    /// <summary>
    /// Takes over the usage of a stream so far, as SDKs' protocols report it: it takes the place of what earlier chunks reported. Null means not
    /// reported; zeros say nothing either, since counts that cannot be null are zero where they are missing.
    /// </summary>
    /// <param name="input">Input tokens, cached ones included.</param>
    /// <param name="output">Output tokens, reasoning included.</param>
    /// <param name="cachedInput">Of the input: read from a cache.</param>
    /// <param name="cacheWriteInput">Of the input: written to a cache.</param>
    /// <param name="reasoningOutput">Of the output: reasoning.</param>
    public void TokensSoFar(long? input, long? output, long? cachedInput = null, long? cacheWriteInput = null, long? reasoningOutput = null)
    {
        if (((input ?? 0) | (output ?? 0)) == 0
            || !IsCount(input) || !IsCount(output) || !IsCount(cachedInput) || !IsCount(cacheWriteInput) || !IsCount(reasoningOutput))
        {
            return;
        }

        Replace(input, output, cachedInput, cacheWriteInput, reasoningOutput);
    }

    /// <summary>The same, where the input leaves out what was read from or written to a cache.</summary>
    /// <param name="uncached">Other input tokens.</param>
    /// <param name="output">Output tokens, reasoning included.</param>
    /// <param name="cachedInput">Input that was read from a cache.</param>
    /// <param name="cacheWriteInput">Input that was written to a cache.</param>
    /// <param name="reasoningOutput">Of the output: reasoning.</param>
    public void UncachedTokensSoFar(long? uncached, long? output, long? cachedInput, long? cacheWriteInput, long? reasoningOutput = null)
    {
        TokensSoFar(WithCache(uncached, cachedInput, cacheWriteInput), output, cachedInput, cacheWriteInput, reasoningOutput);
    }

    /// <summary>The same, as the wire reports it: there a zero is a count.</summary>
    internal void TokensSoFar(in TokenCounts counts)
    {
        var (input, output, cached, cacheWrite, reasoning) = (counts.Input, counts.Output, counts.CachedInput, counts.CacheWriteInput, counts.ReasoningOutput);

        // What an earlier chunk reported of a cache still stands beside the input of this one.
        if (counts.HasCacheBesideInput || (!counts.HasCache && (_cachedInput | _cacheWriteInput) != 0))
        {
            input = WithCache(counts.InputWithoutCache, cached, cacheWrite);
        }

        if ((counts.Input ?? output) is not null && IsCount(input) && IsCount(output) && IsCount(cached) && IsCount(cacheWrite) && IsCount(reasoning))
        {
            Replace(input, output, cached, cacheWrite, reasoning);
        }
    }

    /// <summary>Two counts of which neither is a part of the other; null if neither is reported.</summary>
    /// <param name="count">A count.</param>
    /// <param name="further">What comes beside it.</param>
    public static long? Sum(long? count, long? further) => count is null ? further : count + (further ?? 0);

    /// <summary>The model that the reply names.</summary>
    /// <param name="model">The name, or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Model(string? model)
    {
        if (_model is null)
        {
            _model = model;
        }
        else if (HasRateLimitRemaining)
        {
            AddModelToRateLimit(model);
        }
    }

    /// <summary>What the reply's headers say is left of its rate limits. What is no number reports nothing.</summary>
    /// <param name="requests">Requests that may follow, or null.</param>
    /// <param name="tokens">Tokens that may follow, or null.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void SetRateLimitRemaining(string? requests, string? tokens)
    {
        var (ofRequests, ofTokens) = (Count(requests), Count(tokens));
        if (ofRequests is not null || ofTokens is not null)
        {
            _model = new RateLimitRemaining(ReplyModel, ofRequests, ofTokens);
            _rare |= RateLimitBit;
        }
    }

    /// <summary>The reply came, and reports that the request has failed.</summary>
    /// <param name="code">The code of its error, or null.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Failed(string? code) => Failed(ErrorWords.StatusOf(code), ErrorWords.IsContentFilter(code));

    /// <summary>The same, by the HTTP status that the failure stands for; 0 if it stands for none.</summary>
    internal void Failed(int status, bool isContentFilter) =>
        _rare = (byte)((_rare & RateLimitBit) | (((int)ErrorClassifier.KindOf(status, isContentFilter) + 1) << FailureShift));

    /// <summary>A chunk carried text, a tool call or reasoning: the first such chunk is the first token.</summary>
    public void Content() => HasContent = true;

    /// <summary>A member of the reply threw: nothing more is known of it, which the metric of missing usage shows.</summary>
    /// <param name="reply">The reply's type.</param>
    /// <param name="exception">What it threw.</param>
    [MethodImpl(MethodImplOptions.NoInlining)] // Where it is called, the text would take room on the stack of every call.
    public readonly void Unreadable(Type reply, Exception exception) =>
        Warnings.Once("reply:" + reply.FullName, $"the usage of {reply.Name} could not be read ({exception.GetType().Name}).");

    /// <summary>The API has no tokens by nature (images, speech): none are missing.</summary>
    public void WithoutTokens() => IsWithoutTokens = true;

    [MethodImpl(MethodImplOptions.NoInlining)]
    void AddModelToRateLimit(string? model) =>
        _model = RateLimitRemaining is { Model: null } remaining ? remaining with { Model = model } : _model;

    readonly long? WithCache(long? uncached, long? cached, long? cacheWrite) => uncached < 0
        ? uncached
        : (uncached ?? Math.Max(0, (long)_input - _cachedInput - _cacheWriteInput)) + (cached ?? _cachedInput) + (cacheWrite ?? _cacheWriteInput);

    void Replace(long? input, long? output, long? cachedInput, long? cacheWriteInput, long? reasoningOutput)
    {
        HasUsage = true;
        _input = (uint?)input ?? _input;
        _output = (uint?)output ?? _output;
        _cachedInput = (uint?)cachedInput ?? _cachedInput;
        _cacheWriteInput = (uint?)cacheWriteInput ?? _cacheWriteInput;
        _reasoningOutput = (uint?)reasoningOutput ?? _reasoningOutput;
    }

    static long? Count(string? header) => long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Add(ref uint sum, long? value) => sum = (uint)Math.Min(MaxPlausible, sum + (value ?? 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool IsCount(long? value) => value is null or (>= 0 and < MaxPlausible);
}
