using CrossTier.OpenTelemetry.Tests.Support;
using OpenTelemetry.Metrics;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>Metrics of the newest release of the conventions.</summary>
public sealed class GenAILatestTests
{
    const string Prefix = "gen_ai.client.inference.";

    [Fact]
    public async Task A_provider_that_asks_for_the_newest_gets_them_and_not_those_of_1_41()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, GenAIConventions.On, isLatest: true);
        var calls = new Calls("latest");
        calls.Succeed(new Reply(10, 8, Cached: 3, CacheWrite: 2, Reasoning: 4));
        calls.Stream();
        calls.Fail();
        new Calls("latest", operation: "embeddings").Succeed(new Reply(5));
        provider.ForceFlush();

        var series = receiver.Series;
        double Sum(string name, params (string, string)[] labels) => series.Sum(name, [("gen_ai.provider.name", "latest"), .. labels]);
        Assert.Equal(3, Sum(Prefix + "duration_count"));
        Assert.Equal(1, Sum(Prefix + "duration_count", ("error.type", "_OTHER")));
        Assert.Equal(1, Sum(Prefix + "time_to_first_chunk_count"));
        Assert.Equal(1, Sum(Prefix + "time_per_output_chunk_count"));
        Assert.Equal((13, 10), (Sum(Prefix + "usage.input_tokens"), Sum(Prefix + "usage.output_tokens")));
        Assert.Equal(
            (3, 2, 4),
            (Sum(Prefix + "usage.cache_read.input_tokens"), Sum(Prefix + "usage.cache_write.input_tokens"), Sum(Prefix + "usage.reasoning.output_tokens")));
        Assert.Equal(1, Sum("gen_ai.client.embeddings.duration_count"));
        Assert.DoesNotContain(receiver.Metrics, metric => metric.Name is "gen_ai.client.token.usage" or "gen_ai.client.operation.time_to_first_chunk");
    }
}
