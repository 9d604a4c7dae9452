using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using CrossTier.Outcomes;
using CrossTier.Protocols;

namespace CrossTier.CompilerServices;

/// <summary>
/// What a reply, or the chunks of a stream, reported. Within one response a later count replaces an earlier one, and zero replaces nothing; another
/// response adds once the one before has ended. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct ReplyReading
{
    const byte RateLimitBit = 1;
    const int FailureShift = 1;

    // A reading lives in the one object that a stream allocates, so its size counts. The counts are those of the response at hand, as they came.
    uint _input;
    uint _output;
    uint _cachedInput;
    uint _cacheWriteInput;
    uint _reasoningOutput;
    Flag _flags;
    FinishReason _finish;
    byte _rare; // whether there is a rate limit in the lowest bit, the failure's kind plus one above it
    string? _response; // the id of the first response that has one
    object? _model; // the model that the reply names, or the ReplyExtras that hold it too

    [Flags]
    enum Flag : ushort
    {
        HasUsage = 1,
        HasContent = 2,
        IsWithoutTokens = 4,
        HasExtras = 8,

        /// <summary>What a cache read and wrote is no part of the input.</summary>
        CacheBeside = 16,

        /// <summary>Reasoning is no part of the output.</summary>
        ReasoningBeside = 32,

        /// <summary>The response at hand has ended.</summary>
        Ended = 64,

        /// <summary>Content came after that: another response has begun, whose usage did not come yet.</summary>
        NextBegan = 128,

        /// <summary>And that one has ended too.</summary>
        NextEnded = 256,

        /// <summary>A chunk of a stream came.</summary>
        HasChunk = 512,

        /// <summary>The counts of the response at hand are the sum of its attempts.</summary>
        IsSum = 1024,

        /// <summary>No request was made for it.</summary>
        IsUnasked = 2048,
    }

    internal readonly bool HasUsage => Has(Flag.HasUsage);

    internal readonly bool HasContent => Has(Flag.HasContent);

    internal readonly bool IsWithoutTokens => Has(Flag.IsWithoutTokens);

    /// <summary>Whether it was made without a request.</summary>
    internal readonly bool IsUnasked => Has(Flag.IsUnasked);

    /// <summary>Whether a reply that came should have reported what it used.</summary>
    internal readonly bool IsUsageMissing => !HasUsage && !IsWithoutTokens;

    /// <summary>Whether nothing is to come: the response ended, and no other one began.</summary>
    internal readonly bool HasEnded => Has(Flag.NextBegan) ? Has(Flag.NextEnded) : Has(Flag.Ended);

    /// <summary>
    /// Whether a request that ended so produced output, so that a usage is missed: any success, a stream that ended after its first chunk, and one that
    /// reports its failure itself, in a chunk, after its first content.
    /// </summary>
    /// <param name="status">How it ended.</param>
    /// <param name="isReported">Whether the reply itself reports that it failed.</param>
    internal readonly bool HasOutput(RequestStatus status, bool isReported) =>
        status == RequestStatus.Success || Has(isReported ? Flag.HasContent : Flag.HasChunk);

    /// <summary>Why the last response ended.</summary>
    internal readonly FinishReason Finish => _finish;

    /// <summary>The id of the response, the first if there are several; null if none has one.</summary>
    internal readonly string? ResponseId => _response;

    /// <summary>Whether it reports what few replies report: the way of a plain success does not look further.</summary>
    internal readonly bool HasRare =>
        _rare != 0 || Has(Flag.HasExtras | Flag.IsUnasked) || (ulong)_input + _cachedInput + _cacheWriteInput > TierPrice.MinAbove;

    internal readonly bool HasRateLimitRemaining => (_rare & RateLimitBit) != 0;

    /// <summary>Why the reply reports that it failed; null if it does not.</summary>
    internal readonly ErrorKind? Failure => _rare >> FailureShift is > 0 and var kind ? (ErrorKind)(kind - 1) : null;

    internal readonly string? ReplyModel => _model as string ?? Extras?.Model;

    internal readonly RateLimitRemaining? RateLimitRemaining => Extras?.RateLimit;

    /// <summary>The service tier that the reply names, in the words of its protocol; null if it names none.</summary>
    internal readonly string? Tier => Extras?.ServiceTier;

    /// <summary>Uses of tools that are billed apart, by the tool's name; null for none.</summary>
    internal readonly IReadOnlyDictionary<string, long>? BilledToolUses => Extras?.ToolUses;

    readonly ReplyExtras? Extras => Has(Flag.HasExtras) ? (ReplyExtras)_model! : null;

    /// <summary>The model that the reply names.</summary>
    /// <param name="model">The name, or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Model(string? model)
    {
        if (_model is null)
        {
            _model = model;
        }
        else if (Has(Flag.HasExtras))
        {
            Extras!.Model ??= model;
        }
    }

    /// <summary>The id of the response that the reply or chunk is of.</summary>
    /// <param name="id">The id; null or empty where it has none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Response(string? id)
    {
        if (_response is null && id is { Length: > 0 })
        {
            _response = id;
        }
    }

    /// <summary>A chunk carried text, a tool call or reasoning: the first such chunk is the first token.</summary>
    public void Content()
    {
        _flags |= Flag.HasContent;
        if (Has(Flag.Ended))
        {
            _flags = (_flags | Flag.NextBegan) & ~Flag.NextEnded;
        }
    }

    /// <summary>Whether a chunk of a stream came.</summary>
    internal readonly bool HasChunk => Has(Flag.HasChunk);

    /// <summary>A chunk of a stream came.</summary>
    internal void Chunk() => _flags |= Flag.HasChunk;

    /// <summary>The model stopped: the response has ended. Called after what else the same chunk reports.</summary>
    /// <param name="reason">Why, in the words of whichever protocol or SDK; null or empty where it goes on.</param>
    public void Finished(string? reason)
    {
        if (FinishWords.IndexOf(reason) is > 0 and var word)
        {
            // Of several choices the first decides, of several responses the last.
            if (_finish == FinishReason.None || Has(Flag.NextBegan))
            {
                _finish = (FinishReason)word;
            }

            Ended();
        }
    }

    /// <summary>The protocol's own last event came. Called after what else it reports.</summary>
    public void Ended() => _flags |= Has(Flag.NextBegan) ? Flag.NextEnded : Flag.Ended;

    /// <summary>The service tier that served the request.</summary>
    /// <param name="tier">In the words of its protocol; null or empty where it is not named.</param>
    public void ServiceTier(string? tier)
    {
        if (tier is { Length: > 0 } && (!DefaultTiers.IsEverywhere(tier) || Extras is { ServiceTier: not null })) // Nothing is made for what is usual.
        {
            MakeExtras().ServiceTier = tier;
        }
    }

    /// <summary>Uses of a tool that are billed apart, so far in this response.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="uses">How many.</param>
    public void ToolUses(string tool, long uses)
    {
        if (uses is > 0 and < MaxPlausible)
        {
            MakeExtras().Use(tool, uses);
        }
    }

    /// <summary>What the reply's headers report is left of its rate limits. What is no number reports nothing.</summary>
    /// <param name="requests">Requests that may follow, or null.</param>
    /// <param name="tokens">Tokens that may follow, or null.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void SetRateLimitRemaining(string? requests, string? tokens)
    {
        var (ofRequests, ofTokens) = (Header(requests), Header(tokens));
        if (ofRequests is not null || ofTokens is not null)
        {
            MakeExtras().RateLimit = new RateLimitRemaining(ofRequests, ofTokens);
            _rare |= RateLimitBit;
        }
    }

    /// <summary>The reply came, and reports that the request has failed.</summary>
    /// <param name="code">The code of its error, or null.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Failed(string? code) => Failed(code, message: null);

    /// <summary>The same, with what the error reads like in prose.</summary>
    internal void Failed(string? code, string? message) =>
        _rare = (byte)((_rare & RateLimitBit) | (((int)ErrorTable.KindOf(status: 0, code, message) + 1) << FailureShift));

    /// <summary>A member of the reply threw: nothing more is known of it, which the metric of missing usage shows.</summary>
    /// <param name="reply">The reply's type.</param>
    /// <param name="exception">What it threw.</param>
    [MethodImpl(MethodImplOptions.NoInlining)] // Where it is called, the text would take room on the stack of every call.
    public readonly void Unreadable(Type reply, Exception exception) =>
        Warnings.Once("reply:" + reply.FullName, $"the usage of {reply.Name} could not be read ({exception.GetType().Name}).");

    /// <summary>The API has no tokens by nature (images, speech): none are missing.</summary>
    public void WithoutTokens() => _flags |= Flag.IsWithoutTokens;

    /// <summary>It was made without a request: nothing is counted.</summary>
    public void Unasked() => _flags |= Flag.IsUnasked;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    readonly bool Has(Flag flag) => (_flags & flag) != 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    ReplyExtras MakeExtras()
    {
        if (Extras is { } extras)
        {
            return extras;
        }

        extras = new ReplyExtras { Model = (string?)_model };
        _model = extras;
        _flags |= Flag.HasExtras;
        return extras;
    }

    static long? Header(string? header) => long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
