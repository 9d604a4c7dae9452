using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Http.Tests.Support;
using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Http.Tests;

/// <summary>Hand-written HTTP to simulated servers of each protocol: what is counted is what the server says that it sent.</summary>
public sealed class ProviderTests
{
    const string Conversation = "\"messages\":[{\"role\":\"user\",\"content\":\"one two three\"}]";

    public static TheoryData<string, string, string, string, bool> Endpoints => new()
    {
        { "v1/chat/completions", $$"""{"model":"gpt-4o",{{Conversation}}}""", "openai-compatible", "gpt-4o", false },
        { "v1/chat/completions", $$$"""{{{{Conversation}}},"model":"gpt-4o","stream":true,"stream_options":{"include_usage":true}}""", "openai-compatible", "gpt-4o", true },
        { "v1/embeddings", """{"input":"one two","model":"text-embedding-3-small"}""", "openai-compatible", "text-embedding-3-small", false },
        { "v1/messages", $$"""{"model":"claude-sonnet-4-5","max_tokens":64,{{Conversation}}}""", "anthropic", "claude-sonnet-4-5", false },
        { "v1/messages", $$"""{"model":"claude-sonnet-4-5","max_tokens":64,"stream":true,{{Conversation}}}""", "anthropic", "claude-sonnet-4-5", true },
        { "api/chat", $$"""{"model":"llama3.2","stream":false,{{Conversation}}}""", "ollama", "llama3.2", false },
        { "api/chat", $$"""{"model":"llama3.2",{{Conversation}}}""", "ollama", "llama3.2", true },
        { "api/generate", """{"model":"llama3.2","stream":false,"prompt":"one two"}""", "ollama", "llama3.2", false },
        { "api/generate", """{"model":"llama3.2","prompt":"one two"}""", "ollama", "llama3.2", true },
        { "api/embed", """{"model":"nomic-embed-text","input":"one two"}""", "ollama", "nomic-embed-text", false },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Each_way_of_reading_counts_what_the_server_sent(string path, string body, string provider, string model, bool isStream)
    {
        await using var server = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, CacheWriteInputTokens = 1, ReasoningTokens = 2 });
        using var client = Clients.Measured(server.BaseAddress);
        foreach (var read in Readings.All)
        {
            var wire = await Wire.Of(server);

            var counted = await Counted.By(() => read.Value(client, Clients.Post(path, body)));

            var seen = await Wire.Of(server) - wire;
            Assert.Equal(
                (read.Key, 1, 0, 0, seen.Input, seen.Output, 0),
                (read.Key, counted.Success, counted.Failure, counted.Cancelled, counted.Input, counted.Output, counted.UsageMissing));
            Assert.Equal([$"{provider} {model}"], counted.RequestsBy("provider", "model").Keys);
            Assert.Equal(isStream ? 1 : 0, counted.FirstTokens);
            Assert.Equal(["unknown"], counted.RequestsBy("call").Keys);
        }
    }

    [Theory]
    [InlineData("v1/chat/completions", "\"stream_options\":{\"include_usage\":true},", 1, 0, 2)]
    [InlineData("v1/messages", "", 1, 1, 2)]
    public async Task Parts_of_the_tokens_are_counted(string path, string options, long cached, long written, long reasoning)
    {
        await using var server = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, CacheWriteInputTokens = 1, ReasoningTokens = 2 });
        using var client = Clients.Measured(server.BaseAddress);
        foreach (var stream in (string[])["true", "false"])
        {
            var counted = await Counted.By(() => client.PostAsync(
                path,
                Clients.Json($$"""{"model":"details",{{options}}"stream":{{stream}},"max_tokens":64,{{Conversation}}}""")));

            var details = counted.By(MetricDefinitions.TokenDetails, "detail");
            Assert.Equal(
                (cached, written, reasoning),
                (details.GetValueOrDefault("cached_input"), details.GetValueOrDefault("cache_write_input"), details.GetValueOrDefault("reasoning_output")));
        }
    }

    [Fact]
    public async Task A_stream_that_was_not_asked_for_its_usage_misses_it()
    {
        await using var server = await SimulatedProvider.StartAsync();
        using var client = Clients.Measured(server.BaseAddress);

        var counted = await Counted.By(() => client.PostAsync("v1/chat/completions", Clients.Json($$"""{"model":"gpt-4o","stream":true,{{Conversation}}}""")));

        Assert.Equal((1, 0, 0, 0, 0, 1), counted.Sums());
    }

    [Fact]
    public async Task A_hundred_at_once_are_counted_exactly()
    {
        await using var server = await SimulatedProvider.StartAsync();
        using var client = Clients.Measured(server.BaseAddress);
        var wire = await Wire.Of(server);

        var counted = await Counted.By(() => Task.WhenAll(Enumerable.Range(0, 100).Select(i =>
            Readings.All.Values.ElementAt(i % 3)(
                client,
                Clients.Post(
                    "v1/chat/completions",
                    $$$"""{"model":"m{{{i % 5}}}","stream":{{{(i % 2 == 0 ? "true" : "false")}}},"stream_options":{"include_usage":true},{{{Conversation}}}}""")))));

        var seen = await Wire.Of(server) - wire;
        Assert.Equal((100, 0, 0, seen.Input, seen.Output, 0), counted.Sums());
        Assert.Equal(5, counted.RequestsBy("model").Count);
    }

    [Fact]
    public async Task A_local_server_has_a_queue_that_ends_empty()
    {
        AiMetrics.Configure(options => options.Expect("ollama", "queued")); // Whatever other tests found before, this name is not capped.
        await using var server = await SimulatedProvider.StartAsync();
        using var client = Clients.Measured(server.BaseAddress);

        using var reply = await client.PostAsync("api/chat", Clients.Json($$"""{"model":"queued","stream":false,{{Conversation}}}"""));
        await reply.Content.ReadAsStringAsync();

        var queue = Assert.Single(
            AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.LocalQueueDepth).Points,
            point => point.Labels[0] == "queued");
        Assert.Equal(0, queue.Value);
        // "other" where 200 servers came before it.
        Assert.True(queue.Labels[1] == $"127.0.0.1:{server.BaseAddress.Port}" || queue.Labels[1] == "other", queue.Labels[1]);
    }
}
