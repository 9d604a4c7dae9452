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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tokens(long? input, long? output, long? cachedInput = null, long? cacheWriteInput = null, long? reasoningOutput = null) => ResponseTokens(
        response: null,
        input: input ?? 0,
        output: output ?? 0,
        cachedInput: cachedInput ?? 0,
        cacheWriteInput: cacheWriteInput ?? 0,
        reasoningOutput: reasoningOutput ?? 0);

    /// <summary>
    /// Takes over a usage of a response, so far. What callers know an SDK never to report falls away, and a plain usage needs no more than two stores.
    /// </summary>
    /// <param name="response">The response's id; null or empty where it has none.</param>
    /// <param name="input"><see cref="ReportedTokens.Input"/>.</param>
    /// <param name="output"><see cref="ReportedTokens.Output"/>.</param>
    /// <param name="total"><see cref="ReportedTokens.Total"/>.</param>
    /// <param name="cachedInput"><see cref="ReportedTokens.CachedInput"/>.</param>
    /// <param name="cacheWriteInput"><see cref="ReportedTokens.CacheWriteInput"/>.</param>
    /// <param name="cacheReadBesideInput"><see cref="ReportedTokens.CacheReadBesideInput"/>.</param>
    /// <param name="cacheWriteBesideInput"><see cref="ReportedTokens.CacheWriteBesideInput"/>.</param>
    /// <param name="cacheWriteHourInput"><see cref="ReportedTokens.CacheWriteHourInput"/>.</param>
    /// <param name="toolBesideInput"><see cref="ReportedTokens.ToolBesideInput"/>.</param>
    /// <param name="audioInput"><see cref="ReportedTokens.AudioInput"/>.</param>
    /// <param name="audioOutput"><see cref="ReportedTokens.AudioOutput"/>.</param>
    /// <param name="reasoningOutput"><see cref="ReportedTokens.ReasoningOutput"/>.</param>
    /// <param name="reasoningBesideOutput"><see cref="ReportedTokens.ReasoningBesideOutput"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ResponseTokens(
        string? response,
        long input = 0,
        long output = 0,
        long total = 0,
        long cachedInput = 0,
        long cacheWriteInput = 0,
        long cacheReadBesideInput = 0,
        long cacheWriteBesideInput = 0,
        long cacheWriteHourInput = 0,
        long toolBesideInput = 0,
        long audioInput = 0,
        long audioOutput = 0,
        long reasoningOutput = 0,
        long reasoningBesideOutput = 0)
    {
        var parts = cachedInput | cacheWriteInput | cacheReadBesideInput | cacheWriteBesideInput | cacheWriteHourInput
            | toolBesideInput | audioInput | audioOutput | reasoningOutput | reasoningBesideOutput;
        if (parts == 0 && !HasUsage && (total == 0 || total == input + output) && (ulong)input < MaxPlausible && (ulong)output < MaxPlausible)
        {
            Response(response);
            (_input, _output) = ((uint)input, (uint)output);
            _flags |= (input | output) == 0 ? 0 : Flag.HasUsage;
        }
        else
        {
            Take(
                response,
                input, output, total, cachedInput, cacheWriteInput, cacheReadBesideInput,
                cacheWriteBesideInput, cacheWriteHourInput, toolBesideInput, audioInput, audioOutput, reasoningOutput, reasoningBesideOutput);
        }
    }

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
        if (Has(Flag.IsSum) && !tokens.IsSum)
        {
            return;
        }

        Set(Flag.IsSum, tokens.IsSum);
        Replace(ref _input, tokens.Input);
        Replace(ref _output, tokens.Output);
        Replace(ref _cachedInput, tokens.CachedInput);
        Replace(ref _cachedInput, tokens.CacheReadBesideInput);
        Replace(ref _cacheWriteInput, tokens.CacheWriteInput);
        Replace(ref _cacheWriteInput, tokens.CacheWriteBesideInput);
        Replace(ref _reasoningOutput, tokens.ReasoningOutput);
        Replace(ref _reasoningOutput, tokens.ApartReasoningOutput);
        Replace(ref _reasoningOutput, tokens.ReasoningBesideOutput);
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

    [MethodImpl(MethodImplOptions.NoInlining)] // The counts are put together where they are needed, not on the stack of every call.
    void Take(
        string? response,
        long input,
        long output,
        long total,
        long cachedInput,
        long cacheWriteInput,
        long cacheReadBesideInput,
        long cacheWriteBesideInput,
        long cacheWriteHourInput,
        long toolBesideInput,
        long audioInput,
        long audioOutput,
        long reasoningOutput,
        long reasoningBesideOutput) => Tokens(
            new ReportedTokens
            {
                Input = input,
                Output = output,
                Total = total,
                CachedInput = cachedInput,
                CacheWriteInput = cacheWriteInput,
                CacheReadBesideInput = cacheReadBesideInput,
                CacheWriteBesideInput = cacheWriteBesideInput,
                CacheWriteHourInput = cacheWriteHourInput,
                ToolBesideInput = toolBesideInput,
                AudioInput = audioInput,
                AudioOutput = audioOutput,
                ReasoningOutput = reasoningOutput,
                ReasoningBesideOutput = reasoningBesideOutput,
            },
            response);

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

    // An id that changes without an end goes on with the same response; where the usage has none, content after an end begins another.
    readonly bool IsOfAnother(string? response, uint output) => response is not { Length: > 0 } || CurrentResponse is not { } current ? HasFollowed
        : response != current && (Has(Flag.Ended) || (output != 0 && output < _output));

    readonly bool HasFollowed => Has(Flag.Ended) && Has(Flag.NextBegan);

    void EndResponse()
    {
        MakeExtras().EndResponse(ResponseCounts);
        (_input, _output, _cachedInput, _cacheWriteInput, _reasoningOutput) = (0, 0, 0, 0, 0);
        var ended = Has(Flag.NextEnded) ? Flag.Ended : 0;
        _flags = (_flags & ~(Flag.CacheBeside | Flag.ReasoningBeside | Flag.Ended | Flag.NextBegan | Flag.NextEnded | Flag.IsSum)) | ended;
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
