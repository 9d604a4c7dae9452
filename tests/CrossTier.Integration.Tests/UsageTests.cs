using CrossTier.Integration.Tests.Support;

namespace CrossTier.Integration.Tests;

/// <summary>Where a reply of the user's own says its usage.</summary>
public sealed partial class UsageTests
{
    [Fact]
    public async Task Usage_is_read_in_each_pair_of_names()
    {
        await Input();
        await Count();
        await Prompt();
        await Own();
        await Declared();
        await DeclaredUsage();
        await Anthropic();
        await Value();
        await Null();
        await Negative();
        await Throws();
        Expect("input", 1, 2);
        Expect("count", 3, 4);
        Expect("prompt", 5, 6);
        Expect("own", 7, 0);
        Expect("declared", 8, 9);
        Expect("declared usage", 10, 11);
        Expect("anthropic", 100 + 30 + 20, 5);
        Assert.Equal((30, 20), (Recorded.Details("usage", "anthropic", "cached_input"), Recorded.Details("usage", "anthropic", "cache_write_input")));
        Expect("value", 12, 13);
        Assert.Equal(4, Recorded.Details("usage", "value", "reasoning_output"));
        Expect("null", 0, 0, missing: 1);
        Expect("negative", 0, 2);
        Expect("throws", 0, 0, missing: 1);
    }

    [Fact]
    public async Task The_model_that_a_reply_names_moves_what_is_counted_and_not_the_gauges()
    {
        await Named();
        var (before, after) = (Recorded.Of("usage named", "unknown"), Recorded.Of("usage named", "found-later"));
        Assert.Equal((0, 0, 0), (before.Requests, before.InFlight, before.Durations));
        Assert.Equal((1, 1, 1, 0), (after.Success, after.Durations, after.Input, after.InFlight));
    }

    [AiCall("usage", "input")]
    private static partial Task<Reply<InputUsage>> Input();

    static Task<Reply<InputUsage>> InputCore() => Task.FromResult(new Reply<InputUsage>(new(1, 2)));

    [AiCall("usage", "count")]
    private static partial Task<Reply<CountUsage>> Count();

    static Task<Reply<CountUsage>> CountCore() => Task.FromResult(new Reply<CountUsage>(new(3, 4)));

    [AiCall("usage", "prompt")]
    private static partial Task<Reply<PromptUsage?>> Prompt();

    static Task<Reply<PromptUsage?>> PromptCore() => Task.FromResult(new Reply<PromptUsage?>(new(5, 6)));

    [AiCall("usage", "own")]
    private static partial Task<InputOnly> Own();

    static Task<InputOnly> OwnCore() => Task.FromResult(new InputOnly { PromptTokens = 7 });

    [AiCall("usage", "declared")]
    private static partial Task<DeclaredReply?> Declared();

    static Task<DeclaredReply?> DeclaredCore() => Task.FromResult<DeclaredReply?>(new DeclaredReply(8, 9));

    [AiCall("usage", "declared usage")]
    private static partial Task<Reply<DeclaredReply?>> DeclaredUsage();

    static Task<Reply<DeclaredReply?>> DeclaredUsageCore() => Task.FromResult(new Reply<DeclaredReply?>(new DeclaredReply(10, 11)));

    [AiCall("usage", "anthropic")]
    private static partial Task<Reply<AnthropicUsage>> Anthropic();

    static Task<Reply<AnthropicUsage>> AnthropicCore() => Task.FromResult(new Reply<AnthropicUsage>(new(100, 5, 30, 20)));

    [AiCall("usage", "value")]
    private static partial ValueTask<ValueReply> Value();

    static ValueTask<ValueReply> ValueCore() => new(new ValueReply(new ValueUsage(12, 13, new Details(4))));

    [AiCall("usage", "null")]
    private static partial Task<Reply<InputUsage?>?> Null();

    static Task<Reply<InputUsage?>?> NullCore() => Task.FromResult<Reply<InputUsage?>?>(new(null));

    [AiCall("usage", "negative")]
    private static partial Task<Reply<InputUsage>> Negative();

    static Task<Reply<InputUsage>> NegativeCore() => Task.FromResult(new Reply<InputUsage>(new(-1, 2)));

    [AiCall("usage", "throws")]
    private static partial Task<ThrowingReply> Throws();

    static Task<ThrowingReply> ThrowsCore() => Task.FromResult(new ThrowingReply());

    [AiCall("usage named")]
    private static partial Task<NamedReply> Named();

    static Task<NamedReply> NamedCore() => Task.FromResult(new NamedReply("found-later", new(1, 1)));

    static void Expect(string model, int input, int output, int missing = 0)
    {
        var recorded = Recorded.Of("usage", model);
        Assert.Equal((1, input, output, missing), (recorded.Success, recorded.Input, recorded.Output, recorded.UsageMissing));
    }

    sealed record Reply<TUsage>(TUsage Usage);

    sealed record InputUsage(int InputTokens, long OutputTokens);

    sealed record CountUsage(long? InputTokenCount, int? OutputTokenCount);

    readonly record struct PromptUsage(uint PromptTokens, short CompletionTokens);

    sealed class InputOnly
    {
        public int PromptTokens { get; init; }
    }

    readonly record struct DeclaredReply(long In, long Out) : IAiUsage
    {
        long IAiUsage.InputTokens => In;

        long IAiUsage.OutputTokens => Out;
    }

    sealed record AnthropicUsage(long InputTokens, long OutputTokens, long? CacheReadInputTokens, long? CacheCreationInputTokens);

    readonly record struct ValueReply(ValueUsage TokenUsage);

    readonly record struct ValueUsage(int PromptTokens, int CompletionTokens, Details? CompletionTokensDetails);

    sealed record Details(int ReasoningTokens);

    sealed class ThrowingReply
    {
        public InputUsage Usage => throw new InvalidTimeZoneException();
    }

    sealed record NamedReply(string Model, InputUsage Usage);
}
