using System.Collections.Immutable;
using CrossTier.AspNetCore.Figures;
using CrossTier.AspNetCore.Sampling;
using CrossTier.Exposition;

namespace CrossTier.Pages.Tests;

/// <summary>What happened between two samples, worked out by hand.</summary>
public sealed class FigureSetTests
{
    static readonly ImmutableArray<LabelSet> Known =
    [
        new("openai", "gpt-4o"), new("openai", "new"), new("ollama", "llama3.2"), new("vllm", "llama3.2"),
        new("vllm", "qwen2.5"),
    ];

    static readonly Facts Facts = new(
        new HashSet<string> { "ollama", "vllm" },
        new Dictionary<LabelSet, TokenPrices>
        {
            [Known[0]] = new(ImmutableDictionary<PricedItem, double>.Empty
                .Add(new(PricedKind.Tokens, "input"), 0.01)
                .Add(new(PricedKind.Tokens, "output"), 0.02)),
        },
        "1.0",
        0);

    [Fact]
    public void Only_what_is_new_counts()
    {
        var from = At(0, new SamplePoint(new Counts { Success = 100, Failure = 50, Input = 1000 }, 3, Buckets((5, 150)), Buckets((9, 7))));
        var to = At(
            10,
            new SamplePoint(
                new Counts { Success = 103, Failure = 51, Cancelled = 1, Input = 1010, Output = 5 },
                2,
                Buckets((0, 4), (5, 150)),
                Buckets((1, 2), (9, 7))));
        var figures = Between(from, to, isLocal: false);
        Assert.Equal((3, 1, 1), (figures.Success, figures.Failure, figures.Cancelled));
        Assert.Equal(0.5, figures.RequestsPerSecond);
        Assert.Equal(0.25, figures.ErrorRatio);
        Assert.Equal(0.005, figures.Duration.P50!.Value, 12);
        Assert.Equal(0.015, figures.FirstToken.P50!.Value, 12);
        Assert.Equal(1.5, figures.TokensPerSecond);
        Assert.Equal((10 * 0.01) + (5 * 0.02), figures.CostUsd!.Value, 12);
        Assert.Equal(360 * figures.CostUsd.Value, figures.CostUsdPerHour!.Value, 9);
        Assert.Equal(2, figures.InFlight);
        Assert.Null(figures.QueueDepth);
    }

    [Fact]
    public void Without_calls_there_are_no_ratios_and_no_cost()
    {
        var at = At(0, new SamplePoint(new Counts { Success = 9, Input = 9 }, 0, Buckets((1, 9)), []));
        var figures = Between(at, at with { Time = TimeSpan.FromSeconds(5) }, isLocal: false);
        Assert.Equal((0, 0.0), (figures.Success, figures.RequestsPerSecond));
        Assert.Null(figures.ErrorRatio);
        Assert.Null(figures.Duration.P99);
        Assert.Null(figures.CostUsd);
        Assert.Null(Between(at, at, isLocal: false).RequestsPerSecond);
    }

    [Fact]
    public void A_model_without_a_price_is_told_beside_the_cost_of_the_others()
    {
        var used = new SamplePoint(new Counts { Success = 1, Input = 100 }, 0, Buckets((1, 1)), []);
        var figures = Between(At(0), At(5, used, used), isLocal: false);
        Assert.Equal(1, figures.CostUsd!.Value, 12);
        Assert.Equal(1, figures.Unpriced);
    }

    [Theory]
    [InlineData(null, 1, 0)]
    [InlineData("openai", 9, 0)]
    public void A_gateway_that_measures_itself_is_in_no_sum_and_never_unpriced(string? provider, int success, int unpriced)
    {
        var used = new SamplePoint(new Counts { Success = 9, Input = 100 }, 0, Buckets((1, 9)), []);
        var view = new View(
            default,
            [At(0)],
            At(5, used, new SamplePoint(default, 0, Buckets(), []), used, new SamplePoint(new Counts { Success = 1 }, 0, Buckets((1, 1)), [])),
            [new("openai", "new"), new("openai", "gpt-4o"), new("ollama", "llama3.2"), new("acme", "m")],
            Facts with { Relays = new HashSet<string> { "openai" } });
        var figures = FigureSet.Between(view, Selection.Of(view, isLocal: false, provider, null), view.Samples[0], view.Now);
        Assert.Equal((success, unpriced), ((int)figures.Success, figures.Unpriced));
    }

    [Theory]
    [InlineData(null, null, 5, 11)]
    [InlineData("vllm", null, 4, 11)]
    [InlineData("ollama", null, 1, 1)]
    [InlineData(null, "llama3.2", 3, 1)]
    [InlineData("vllm", "qwen2.5", 2, 10)]
    [InlineData("openai", null, 0, 0)]
    [InlineData(null, "of-the-application", 0, 100)]
    public void A_filter_holds_for_requests_and_for_the_queues_of_their_models(string? provider, string? model, int inFlight, int queued)
    {
        var to = At(5, Waiting(0), Waiting(0), Waiting(1), Waiting(2), Waiting(2)) with
        {
            Queues =
            [
                new QueueDepth("llama3.2", 1),
                new QueueDepth("qwen2.5", 10),
                .. model == "of-the-application" ? [new QueueDepth(model, 100)] : Array.Empty<QueueDepth>(),
            ],
        };
        var figures = Between(At(0), to, isLocal: true, provider, model);
        Assert.Equal((inFlight, (long?)queued), (figures.InFlight, figures.QueueDepth));
    }

    static FigureSet Between(Sample from, Sample to, bool isLocal, string? provider = null, string? model = null)
    {
        var view = new View(default, [from], to, Known, Facts);
        return FigureSet.Between(view, Selection.Of(view, isLocal, provider, model), from, to);
    }

    static SamplePoint Waiting(int inFlight) => new(default, inFlight, Buckets(), []);

    static Sample At(int second, params ImmutableArray<SamplePoint> readings) => new(TimeSpan.FromSeconds(second), readings, [], readings.Length);

    static ImmutableArray<long> Buckets(params (int Bucket, long Count)[] counts)
    {
        var buckets = new long[HistogramValue.Bounds.Length + 1];
        foreach (var (bucket, count) in counts)
        {
            buckets[bucket] = count;
        }

        return [.. buckets];
    }
}
