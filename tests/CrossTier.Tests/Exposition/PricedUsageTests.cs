using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Exposition;
using CrossTier.Labels;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Exposition;

/// <summary>What money depends on: disjoint details, service tiers, billed tools, by model and by call.</summary>
public sealed class PricedUsageTests
{
    readonly Measured _measured = new();

    [Fact]
    public void Details_are_disjoint_parts_of_the_tokens_by_model_and_by_call()
    {
        Reply((ref ReplyReading reading) => reading.Tokens(
            new ReportedTokens
            {
                Input = 1000,
                Output = 400,
                CachedInput = 300,
                CacheWriteInput = 200,
                CacheWriteHourInput = 50,
                AudioInput = 120,
                CachedAudioInput = 40,
                AudioOutput = 60,
                ReasoningOutput = 90,
            },
            response: null));

        var expected = new (string Detail, double Tokens)[]
        {
            ("cached_input", 260), ("cache_write_input", 150), ("cache_write_1h_input", 50), ("audio_input", 80), ("cached_audio_input", 40),
            ("audio_output", 60), ("reasoning_output", 90),
        };
        foreach (var (detail, tokens) in expected)
        {
            Assert.Equal(tokens, _measured.Value(MetricDefinitions.TokenDetails, "openai", "gpt-4o", detail));
            Assert.Equal(tokens, _measured.Value(MetricDefinitions.CallTokenDetails, Measured.Call, "openai", "gpt-4o", detail));
        }

        Assert.Equal(1000, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "input"));
    }

    [Fact]
    public void Details_by_call_and_rare_details_are_born_with_their_first_token()
    {
        Reply((ref ReplyReading reading) => reading.Tokens(10, 5));
        Assert.Empty(_measured.Points(MetricDefinitions.CallTokenDetails));
        Assert.Equal(
            ["cached_input", "cache_write_input", "reasoning_output"],
            _measured.Points(MetricDefinitions.TokenDetails).Select(point => point.Labels[2]));

        Reply((ref ReplyReading reading) => reading.Tokens(10, 5, cachedInput: 3));
        Assert.Equal(["cached_input"], _measured.Points(MetricDefinitions.CallTokenDetails).Select(point => point.Labels[3]));
    }

    [Fact]
    public void Tokens_of_another_tier_are_counted_apart_each_in_one_direction()
    {
        Reply((ref ReplyReading reading) =>
        {
            reading.Tokens(100, 50, cachedInput: 30, reasoningOutput: 20);
            reading.ServiceTier("flex");
        });
        Reply((ref ReplyReading reading) => reading.Tokens(1000, 500));

        Assert.Equal(
            [("input", "flex", 70), ("output", "flex", 30), ("cached_input", "flex", 30), ("reasoning_output", "flex", 20)],
            _measured.Points(MetricDefinitions.TierTokens).Select(point => (point.Labels[2], point.Labels[3], point.Value)));
        Assert.Equal(1100, _measured.Value(MetricDefinitions.Tokens, "openai", "gpt-4o", "input"));
    }

    [Theory]
    [InlineData("openai", "default", null)]
    [InlineData("openai", "scale", "scale")]
    [InlineData("openai", "priority", "priority")]
    [InlineData("azure", "default", null)]
    [InlineData("groq", "on_demand", null)]
    [InlineData("groq", "flex", "flex")]
    [InlineData("anthropic", "standard", null)]
    [InlineData("anthropic", "priority", "priority")]
    [InlineData("anthropic", "batch", "batch")]
    [InlineData("google", "ON_DEMAND", null)]
    [InlineData("google", "PROVISIONED_THROUGHPUT", "provisioned_throughput")]
    [InlineData("google", "standard", null)]
    [InlineData("bedrock", "default", null)]
    [InlineData("bedrock", "flex", "flex")]
    [InlineData("mistral", "default", null)]
    [InlineData("acme", "default", null)]
    [InlineData("acme", "turbo", "turbo")]
    [InlineData("acme", "a \u001b[2J of all sorts", "other")]
    public void Each_provider_calls_its_default_tier_by_its_own_name(string provider, string reported, string? tier)
    {
        _measured.Site(provider).Start(null, default).Measure<Say, SayReader>((ref ReplyReading reading) =>
        {
            reading.Tokens(10, 5);
            reading.ServiceTier(reported);
        });
        Assert.Equal(tier, _measured.Points(MetricDefinitions.TierTokens).Select(point => point.Labels[3]).FirstOrDefault());
    }

    [Fact]
    public void A_stream_s_tier_and_tools_are_counted_and_a_failure_s_too()
    {
        static void Chunk(ref ReplyReading reading)
        {
            reading.ServiceTier("flex");
            reading.ToolUses("web_search", 2);
            reading.Tokens(10, 5);
        }

        _ = _measured.Site().Stream(null, default).Measure<Say, SayReader>([Chunk]).Count();
        _ = Assert.Throws<TimeoutException>(() => _measured.Site().Stream(null, default).Measure<Say, SayReader>(Broken()).Count());

        Assert.Equal(20, _measured.Value(MetricDefinitions.TierTokens, "openai", "gpt-4o", "input", "flex"));
        Assert.Equal(4, _measured.Value(MetricDefinitions.BilledToolUses, "openai", "gpt-4o", "web_search"));

        static IEnumerable<Say> Broken()
        {
            yield return Chunk;
            throw new TimeoutException();
        }
    }

    [Fact]
    public void Names_of_tiers_and_tools_are_bounded_and_totals_exact()
    {
        for (var i = 0; i < 200; i++)
        {
            Reply((ref ReplyReading reading) =>
            {
                reading.Tokens(1, 1);
                reading.ServiceTier($"tier-{i}");
            });
        }

        Assert.InRange(_measured.Points(MetricDefinitions.TierTokens).Select(point => point.Labels[3]).Distinct().Count(), 17, 17);
        Assert.Equal(400, _measured.Sum(MetricDefinitions.TierTokens));

        var tools = new BoundedNames();
        Assert.Equal(17, Enumerable.Range(0, 200).Select(i => tools.Admit($"tool-{i}")).Distinct().Count());
        Assert.Equal("tool-3", tools.Admit("tool-3"));
        Assert.Equal("other", new BoundedNames().Admit("rm -rf"));
        Assert.Equal("other", new BoundedNames().Admit(new string('x', 41)));
    }

    [Fact]
    public void An_input_above_the_price_book_s_threshold_is_a_long_context()
    {
        // A label set of the embedded book, whose long contexts begin above 200,000 tokens.
        var site = _measured.Site("anthropic", "claude-sonnet-4-5");
        foreach (var input in new[] { 200_000, 200_001 })
        {
            site.Start(null, default).Measure<Say, SayReader>((ref ReplyReading reading) => reading.Tokens(
                new ReportedTokens { Input = 1, CacheReadBesideInput = input - 1, Output = 7 },
                response: null));
        }

        Assert.Equal(
            [("input", 1), ("output", 7), ("cached_input", 200_000)],
            _measured.Points(MetricDefinitions.TierTokens).Select(point => (point.Labels[2], (int)point.Value)));
        Assert.All(_measured.Points(MetricDefinitions.TierTokens), point => Assert.Equal("long_context", point.Labels[3]));
        Assert.Equal(6e-6, _measured.Value(MetricDefinitions.TierTokenPrice, "anthropic", "claude-sonnet-4-5", "input", "long_context"), 12);
    }

    [Fact]
    public void Tools_that_were_used_have_their_price()
    {
        Assert.Empty(_measured.Points(MetricDefinitions.ToolPrice));
        Reply((ref ReplyReading reading) =>
        {
            reading.Tokens(10, 5);
            reading.ToolUses("web_search", 1);
        });
        Assert.Equal(0.01, _measured.Value(MetricDefinitions.ToolPrice, "openai", "gpt-4o", "web_search"), 9);
    }

    [Fact]
    public void A_deployment_is_priced_as_the_model_that_its_replies_name()
    {
        var site = _measured.Site("azure", "assistant");
        for (var i = 0; i < 3; i++)
        {
            site.Start(null, default).Measure<Say, SayReader>((ref ReplyReading reading) =>
            {
                reading.Tokens(10, 5);
                reading.Model(i == 0 ? "gpt-4o-2024-08-06" : "gpt-4o-mini");
            });
        }

        Assert.Equal(2.5e-6, _measured.Value(MetricDefinitions.TokenPrice, "azure", "assistant", "input"), 12);
        Assert.Equal(["azure", "assistant", "gpt-4o-2024-08-06"], Assert.Single(_measured.Points(MetricDefinitions.PriceGuess)).Labels);
    }

    [Fact]
    public void Whatever_a_reply_counts_its_parts_are_disjoint_and_none_is_negative()
    {
        var random = new Random(16);
        for (var round = 0; round < 3_000; round++)
        {
            long Any() => random.Next(5) switch
            {
                0 => 0,
                1 => -random.NextInt64(1 << 20),
                2 => long.MaxValue - random.Next(9),
                _ => random.NextInt64(1L << random.Next(1, 40)),
            };
            var measured = new Measured();
            measured.Start().Measure<Say, SayReader>((ref ReplyReading reading) =>
            {
                for (var chunk = random.Next(1, 4); chunk > 0; chunk--)
                {
                    reading.Tokens(
                        new ReportedTokens
                        {
                            Input = Any(),
                            Output = Any(),
                            Total = Any(),
                            CachedInput = Any(),
                            CacheWriteInput = Any(),
                            CacheReadBesideInput = Any(),
                            CacheWriteBesideInput = Any(),
                            CacheWriteHourInput = Any(),
                            AudioInput = Any(),
                            CachedAudioInput = Any(),
                            AudioOutput = Any(),
                            ReasoningOutput = Any(),
                            ReasoningBesideOutput = Any(),
                        },
                        random.Next(3) == 0 ? $"id-{random.Next(2)}" : null);
                    reading.Finished(random.Next(2) == 0 ? "stop" : null);
                }

                reading.ServiceTier("flex");
            });

            double Sum(MetricDefinition metric, int label, params string[] values) =>
                measured.Points(metric).Where(point => values.Contains(point.Labels[label])).Sum(point => point.Value);
            Assert.All(
                measured.Points(MetricDefinitions.TierTokens).Concat(measured.Points(MetricDefinitions.TokenDetails)),
                point => Assert.True(point.Value >= 0, $"{round}: {string.Join(" ", point.Labels)} is {point.Value}"));
            var (input, output) = (Sum(MetricDefinitions.Tokens, 2, "input"), Sum(MetricDefinitions.Tokens, 2, "output"));
            Assert.True(Sum(MetricDefinitions.TokenDetails, 2, PricedParts.OfInput) <= input);
            Assert.True(Sum(MetricDefinitions.TokenDetails, 2, PricedParts.OfOutput) <= output);
            Assert.Equal(input, Sum(MetricDefinitions.TierTokens, 2, ["input", .. PricedParts.OfInput]));
            Assert.Equal(output, Sum(MetricDefinitions.TierTokens, 2, ["output", .. PricedParts.OfOutput]));
        }
    }

    void Reply(Say say) => _measured.Start().Measure<Say, SayReader>(say);
}
