using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>
/// How a <see cref="SimulatedProvider"/> behaves. Everything but <see cref="Port"/>, <see cref="Models"/> and
/// <see cref="MaxLogEntries"/> may be changed from any thread while it runs and holds for requests that arrive afterwards.
/// A request's <c>x-simulate</c> header (<c>400</c> to <c>599</c>, <c>hang</c> or <c>cut</c>) wins over these settings,
/// and so does a model name that ends in <c>@</c> and such a word; the header wins over the model name.
/// </summary>
public sealed class SimulatedProviderOptions
{
    readonly Lock _lock = new();
    volatile Behaviour _now = new();
    int _sinceErrorRate;

    /// <summary>The port to listen on; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>What the model lists name. Any other model is answered too.</summary>
    public IReadOnlyList<string> Models { get; init; } = ["gpt-4o", "llama3.2", "claude-sonnet-4-5"];

    /// <summary>How many of the last requests <see cref="ProviderCounts.Log"/> keeps; the sums are exact beyond it.</summary>
    public int MaxLogEntries { get; init; } = 10_000;

    /// <summary>Time between getting a place and the first byte of the reply. Errors are answered without it.</summary>
    public TimeSpan Latency { get => _now.Latency; set => Set(b => b with { Latency = NotNegative(value) }); }

    /// <summary>Time before each content chunk of a stream.</summary>
    public TimeSpan ChunkDelay { get => _now.ChunkDelay; set => Set(b => b with { ChunkDelay = NotNegative(value) }); }

    /// <summary>The share of requests that fail, 0 to 1, evenly spread and never random: 0.25 fails each 4th from now on.</summary>
    public double ErrorRate
    {
        get => _now.ErrorRate;
        set
        {
            if (value is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "A share lies between 0 and 1.");
            Set(b => b with { ErrorRate = value }, restartErrors: true);
        }
    }

    /// <summary>The HTTP status of requests that <see cref="ErrorRate"/> fails, 400 to 599.</summary>
    public int ErrorStatus
    {
        get => _now.ErrorStatus;
        set =>
            Set(b => b with
            {
                ErrorStatus = value is >= 400 and <= 599
                    ? value
                    : throw new ArgumentOutOfRangeException(nameof(value), value, "An error status lies between 400 and 599."),
            });
    }

    /// <summary>How many requests are served at once; the others wait their turn, first come, first served. 0 is no limit.</summary>
    public int MaxConcurrency { get => _now.MaxConcurrency; set => Set(b => b with { MaxConcurrency = NotNegative(value) }); }

    /// <summary>Whether replies leave out their token counts. (Anthropic itself never does.)</summary>
    public bool OmitUsage { get => _now.OmitUsage; set => Set(b => b with { OmitUsage = value }); }

    /// <summary>If set, streams are cut off after HTTP 200 and this many content chunks, at the latest before their last words.</summary>
    public int? FailStreamAfterChunks
    {
        get => _now.FailStreamAfterChunks;
        set => Set(b => b with { FailStreamAfterChunks = value is { } n ? NotNegative(n) : null });
    }

    /// <summary>Words of a reply: each is one chunk and one output token. A request's own token limit cuts it shorter.</summary>
    public int ReplyWords { get => _now.ReplyWords; set => Set(b => b with { ReplyWords = NotNegative(value) }); }

    /// <summary>How many of a prompt's tokens count as read from a cache, at most all of them (OpenAI, Anthropic).</summary>
    public int CachedInputTokens { get => _now.CachedInputTokens; set => Set(b => b with { CachedInputTokens = NotNegative(value) }); }

    /// <summary>How many of a prompt's other tokens count as written to a cache (Anthropic).</summary>
    public int CacheWriteInputTokens { get => _now.CacheWriteInputTokens; set => Set(b => b with { CacheWriteInputTokens = NotNegative(value) }); }

    /// <summary>Reasoning tokens added to the output of every reply (OpenAI, Anthropic).</summary>
    public int ReasoningTokens { get => _now.ReasoningTokens; set => Set(b => b with { ReasoningTokens = NotNegative(value) }); }

    /// <summary>
    /// How often a conversation whose request carries tools is answered by a call of the first of them: as long as it holds
    /// fewer tool results than this. 0, the default, never calls.
    /// </summary>
    public int ToolRounds { get => _now.ToolRounds; set => Set(b => b with { ToolRounds = NotNegative(value) }); }

    /// <summary>The arguments of such a call, a JSON object.</summary>
    public string ToolArguments
    {
        get => _now.ToolArguments;
        set
        {
            if (JsonNode.Parse(value) is not JsonObject) throw new ArgumentException("Tool arguments are a JSON object.", nameof(value));
            Set(b => b with { ToolArguments = value });
        }
    }

    /// <summary>Whether replies name a dated model, <c>{model}-2026-01-01</c>, and not the one that was asked for.</summary>
    public bool DatedReplyModel { get => _now.DatedReplyModel; set => Set(b => b with { DatedReplyModel = value }); }

    /// <summary>The length of embedding vectors where the request does not state it.</summary>
    public int EmbeddingDimensions { get => _now.EmbeddingDimensions; set => Set(b => b with { EmbeddingDimensions = NotNegative(value) }); }

    internal event Action? Changed;

    internal Behaviour Now => _now;

    /// <summary>Whether the error rate picks this request: each time the expected number of errors passes a whole number.</summary>
    internal bool PicksError()
    {
        const double rounding = 1e-9;
        lock (_lock)
        {
            var n = ++_sinceErrorRate;
            return Math.Floor(n * _now.ErrorRate + rounding) > Math.Floor((n - 1) * _now.ErrorRate + rounding);
        }
    }

    void Set(Func<Behaviour, Behaviour> change, bool restartErrors = false)
    {
        lock (_lock)
        {
            _now = change(_now);
            if (restartErrors) _sinceErrorRate = 0;
        }

        Changed?.Invoke();
    }

    static int NotNegative(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value;
    }

    static TimeSpan NotNegative(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
        return value;
    }
}
