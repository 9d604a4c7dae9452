using System.Runtime.CompilerServices;
using CrossTier.Outcomes;

namespace CrossTier.CompilerServices;

/// <summary>The rules of usage: what a count replaces, and what is part of what.</summary>
partial struct ReplyReading
{
    // No model reads or writes more in one request; what claims more is no count.
    const long MaxPlausible = uint.MaxValue;

    /// <summary>All input.</summary>
    internal readonly long Input => ResponseInput + (Extras?.Earlier.Input ?? 0);

    /// <summary>All output.</summary>
    internal readonly long Output => ResponseOutput + (Extras?.Earlier.Output ?? 0);

    /// <summary>Whether there may be details.</summary>
    internal readonly bool HasDetails => (_cachedInput | _cacheWriteInput | _reasoningOutput) != 0 || Extras is { HasCounts: true };

    /// <summary>All counts, with disjoint details.</summary>
    internal readonly UsageCounts Counts => Extras is { } extras ? ResponseCounts + extras.Earlier : ResponseCounts;

    /// <summary>Takes over a usage. Null means not reported.</summary>
    /// <param name="input">Input tokens, cached ones included.</param>
    /// <param name="output">Output tokens, reasoning included.</param>
    /// <param name="cachedInput">Of the input: read from a cache.</param>
    /// <param name="cacheWriteInput">Of the input: written to a cache.</param>
    /// <param name="reasoningOutput">Of the output: reasoning.</param>
    public void Tokens(long? input, long? output, long? cachedInput = null, long? cacheWriteInput = null, long? reasoningOutput = null) => Tokens(
        new ReportedTokens
        {
            Input = input ?? 0,
            Output = output ?? 0,
            CachedInput = cachedInput ?? 0,
            CacheWriteInput = cacheWriteInput ?? 0,
            ReasoningOutput = reasoningOutput ?? 0,
        },
        response: null);

    /// <summary>Takes over a usage of a response.</summary>
    /// <param name="tokens">The counts, so far.</param>
    /// <param name="response">The response's id; null or empty where it has none.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Tokens(in ReportedTokens tokens, string? response)
    {
        if (HasUsage)
        {
            if (IsOfAnother(response, Count(tokens.Output)))
            {
                EndResponse();
            }

            if (response is { Length: > 0 } && _response is not null && response != CurrentResponse)
            {
                MakeExtras().Response = response;
            }
        }

        Response(response);
        Replace(ref _input, tokens.Input);
        Replace(ref _output, tokens.Output);
        if ((tokens.CachedInput | tokens.CacheReadBesideInput | tokens.CacheWriteInput | tokens.CacheWriteBesideInput
            | tokens.ReasoningOutput | tokens.ApartReasoningOutput | tokens.ReasoningBesideOutput) != 0)
        {
            Replace(ref _cachedInput, tokens.CachedInput);
            Replace(ref _cachedInput, tokens.CacheReadBesideInput);
            Replace(ref _cacheWriteInput, tokens.CacheWriteInput);
            Replace(ref _cacheWriteInput, tokens.CacheWriteBesideInput);
            Replace(ref _reasoningOutput, tokens.ReasoningOutput);
            Replace(ref _reasoningOutput, tokens.ApartReasoningOutput);
            Replace(ref _reasoningOutput, tokens.ReasoningBesideOutput);
        }

        if ((tokens.CacheWriteHourInput | tokens.ToolBesideInput | tokens.CitationBesideInput
            | tokens.AudioInput | tokens.CachedAudioInput | tokens.AudioOutput) != 0)
        {
            TakeRare(tokens);
        }

        if ((_cachedInput | _cacheWriteInput | _reasoningOutput) != 0 || tokens.Total > 0)
        {
            Place(tokens);
        }

        if ((_input | _output) != 0)
        {
            _flags |= Flag.HasUsage;
        }
    }

    readonly string? CurrentResponse => Extras?.Response ?? _response;

    readonly long ResponseInput => _input + Cache + (Extras?.Counts?.FurtherInput ?? 0);

    readonly long ResponseOutput => _output + (Has(Flag.ReasoningBeside) ? _reasoningOutput : 0L);

    // What a cache adds to the input.
    readonly long Cache => Has(Flag.CacheBeside) ? (long)_cachedInput + _cacheWriteInput : 0;

    readonly UsageCounts ResponseCounts
    {
        get
        {
            var rare = Extras?.Counts;
            var (input, output) = (ResponseInput, ResponseOutput);
            var cached = Math.Min(_cachedInput, input);
            var cachedAudio = Math.Min(rare?.CachedAudioInput ?? 0, cached);
            var write = Math.Min(Math.Max(_cacheWriteInput, rare?.CacheWriteHourInput ?? 0), input - cached);
            var writeHour = Math.Min(rare?.CacheWriteHourInput ?? 0, write);
            var audio = Math.Min(Math.Max(0, (rare?.AudioInput ?? 0) - cachedAudio), input - cached - write);
            var reasoning = Math.Min(_reasoningOutput, output);
            var audioOutput = Math.Min(rare?.AudioOutput ?? 0, output - reasoning);
            return new(input, output, cached - cachedAudio, write - writeHour, writeHour, audio, cachedAudio, audioOutput, reasoning);
        }
    }

    // An id that changes without an end goes on with the same response; where there are no ids, content after an end begins another.
    readonly bool IsOfAnother(string? response, uint output) => CurrentResponse is not { } current ? HasFollowed
        : response is { Length: > 0 } && response != current && (Has(Flag.Ended) || (output != 0 && output < _output));

    readonly bool HasFollowed => Has(Flag.Ended) && Has(Flag.NextBegan);

    void EndResponse()
    {
        MakeExtras().EndResponse(ResponseCounts);
        (_input, _output, _cachedInput, _cacheWriteInput, _reasoningOutput) = (0, 0, 0, 0, 0);
        var ended = Has(Flag.NextEnded) ? Flag.Ended : 0;
        _flags = (_flags & ~(Flag.CacheBeside | Flag.ReasoningBeside | Flag.Ended | Flag.NextBegan | Flag.NextEnded)) | ended;
    }

    void TakeRare(in ReportedTokens tokens)
    {
        var rare = MakeExtras().Counts ??= new();
        Replace(ref rare.FurtherInput, tokens.ToolBesideInput);
        Replace(ref rare.FurtherInput, tokens.CitationBesideInput);
        Replace(ref rare.CacheWriteHourInput, tokens.CacheWriteHourInput);
        Replace(ref rare.AudioInput, tokens.AudioInput);
        Replace(ref rare.CachedAudioInput, tokens.CachedAudioInput);
        Replace(ref rare.AudioOutput, tokens.AudioOutput);
    }

    // Where a total is reported, it decides whether a part stands inside or beside; else the name of the count does, or that it does not fit in.
    void Place(in ReportedTokens tokens)
    {
        var total = (long)Count(tokens.Total);
        var further = Extras?.Counts?.FurtherInput ?? 0;
        var beside = Count(tokens.ReasoningBesideOutput) != 0;
        var sum = (long)_input + further + _output + (beside ? _reasoningOutput : 0);
        if (Count(tokens.CacheReadBesideInput) != 0 || Count(tokens.CacheWriteBesideInput) != 0)
        {
            Set(Flag.CacheBeside, total == 0 || total != sum);
        }
        else if (Count(tokens.CachedInput) != 0 || Count(tokens.CacheWriteInput) != 0)
        {
            var cache = (long)_cachedInput + _cacheWriteInput;
            Set(Flag.CacheBeside, cache > _input && (total == sum + cache || total == sum + cache + _reasoningOutput));
        }

        sum = (long)_input + further + Cache + _output;
        if (beside)
        {
            _flags |= Flag.ReasoningBeside;
        }
        else if (Count(tokens.ReasoningOutput) != 0 || Count(tokens.ApartReasoningOutput) != 0)
        {
            Set(
                Flag.ReasoningBeside,
                total == sum + _reasoningOutput || (_reasoningOutput > _output && (total != sum || Count(tokens.ApartReasoningOutput) != 0)));
        }
        else if (total > sum && _input != 0 && _output != 0 && _cachedInput <= _input && (_reasoningOutput == 0 || Has(Flag.ReasoningBeside)))
        {
            // Gemini's compatible endpoint counts what the model thought in the total alone.
            _reasoningOutput = (uint)Math.Min(MaxPlausible, total - sum);
            _flags |= Flag.ReasoningBeside;
        }
    }

    void Set(Flag flag, bool value) => _flags = value ? _flags | flag : _flags & ~flag;

    static void Replace(ref uint count, long reported)
    {
        if (Count(reported) is not 0 and var number)
        {
            count = number;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Count(long reported) => (ulong)reported < MaxPlausible ? (uint)reported : 0;
}
