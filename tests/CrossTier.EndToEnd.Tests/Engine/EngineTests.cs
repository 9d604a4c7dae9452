using System.ClientModel;
using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests.Engine;

/// <summary>A real engine counts its tokens itself; the Prometheus page must say the same.</summary>
public sealed class EngineTests(EngineServer engine) : IClassFixture<EngineServer>
{
    const string Question = "How many tokens does a question like this one have?";

    [Fact]
    public async Task Awaited_tokens_are_those_that_the_engine_counted()
    {
        var calls = Calls(EngineModels.Awaited);
        await calls.AskSdkAsync(Question, tokens: 24);
        calls.AskSdk("Short?", tokens: 5);
        await calls.AskClientAsync(Question + Question, tokens: 40);

        await AssertSameTokensAsync(EngineModels.Awaited, requests: 3);
    }

    [Fact]
    public async Task Streamed_tokens_are_those_that_the_engine_counted()
    {
        var calls = Calls(EngineModels.Streamed);
        Assert.NotEqual(0, await calls.ReadSdkAsync(Question, tokens: 30));
        Assert.NotEqual(0, calls.ReadSdk("Short?", tokens: 12));
        Assert.NotEqual(0, await calls.ReadClientAsync(Question + Question, tokens: 50));

        var page = await AssertSameTokensAsync(EngineModels.Streamed, requests: 3);
        Assert.Equal(3, page.Sum("ai_gateway_time_to_first_token_seconds_count", Labels(EngineModels.Streamed)));
        Assert.True(page.Sum("ai_gateway_time_to_first_token_seconds_sum", Labels(EngineModels.Streamed)) < page.Sum(
            "ai_gateway_request_duration_seconds_sum",
            Labels(EngineModels.Streamed)));
    }

    [Fact]
    public async Task Requests_at_once_queue_visibly_and_lose_no_token()
    {
        const int requests = 12;
        var calls = Calls(EngineModels.Parallel);
        await using var page = await MetricsPage.StartAsync();

        var running = Enumerable.Range(0, requests)
            .Select(i => i % 2 == 0 ? calls.AskSdkAsync($"{Question} {i}", tokens: 50 + i) : calls.ReadSdkAsync($"{Question} {i}", tokens: 50 + i))
            .ToList();
        var during = await page.ScrapeAsync();
        await Task.WhenAll(running);

        Assert.InRange(during.Sum("ai_gateway_local_queue_depth", $"model={EngineModels.Parallel}", $"instance={engine.BaseAddress.Authority}"), 1, requests);
        var after = await AssertSameTokensAsync(EngineModels.Parallel, requests);
        Assert.Equal(0, after.Sum("ai_gateway_local_queue_depth", $"model={EngineModels.Parallel}"));
        Assert.InRange((await engine.SettledAsync()).MaxInFlight, 2, requests);
    }

    [Fact]
    public async Task Embeddings_have_input_tokens()
    {
        await Calls(EngineModels.Embedded).EmbedAsync(Question, "Short?");

        var page = await AssertSameTokensAsync(EngineModels.Embedded, requests: 1);
        Assert.Equal(0, page.Sum("ai_gateway_tokens_total", [.. Labels(EngineModels.Embedded), "direction=output"]));
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_a_bad_request()
    {
        const string unknown = "tiny-unknown";
        Requirement.Meet(engine.Missing);
        var before = (await engine.SettledAsync()).Errors;
        var failure = await Assert.ThrowsAsync<ClientResultException>(() => Calls(unknown).AskSdkAsync(Question, tokens: 5));

        Assert.Equal((404, 1), (failure.Status, (await engine.SettledAsync()).Errors - before));
        await using var page = await MetricsPage.StartAsync();
        var scraped = await page.ScrapeAsync();
        Assert.Equal(1, scraped.Sum("ai_gateway_requests_total", [.. Labels(unknown), "status=failure"]));
        Assert.Equal(1, scraped.Sum("ai_gateway_errors_total", [.. Labels(unknown), "error=bad_request"]));
        Assert.Equal((1, 1), (scraped.Sum("ai_gateway_requests_total", Labels(unknown)), scraped.Sum("ai_gateway_errors_total", Labels(unknown))));
    }

    [Fact]
    public async Task Who_leaves_early_is_cancelled_and_the_engine_stops()
    {
        const int tooMany = 6000; // Many seconds of work.
        var calls = Calls(EngineModels.Left);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calls.AskSdkAsync(Question, tooMany, impatient.Token));
        Assert.Equal(2, await calls.ReadClientAsync(Question, tooMany, stopAfter: 2));

        var counts = await engine.SettledAsync();
        await using var page = await MetricsPage.StartAsync();
        var scraped = await page.ScrapeAsync();
        Assert.Equal(2, counts.Aborted.Requests);
        Assert.False(counts.ByModel.ContainsKey(EngineModels.Left));
        Assert.Equal(2, scraped.Sum("ai_gateway_requests_total", [.. Labels(EngineModels.Left), "status=cancelled"]));
        Assert.Equal(2, scraped.Sum("ai_gateway_requests_total", Labels(EngineModels.Left)));
        Assert.Equal(0, scraped.Sum("ai_gateway_tokens_total", Labels(EngineModels.Left)));
        Assert.Equal(1, scraped.Sum("ai_gateway_usage_missing_total", Labels(EngineModels.Left))); // The stream had begun, the awaited call had not.
        Assert.Equal(0, scraped.Sum("ai_gateway_requests_in_flight", Labels(EngineModels.Left)));
        Assert.True(scraped.Sum("ai_gateway_cancelled_seconds_total", Labels(EngineModels.Left)) >= 0.3);
    }

    EngineCalls Calls(string model)
    {
        Requirement.Meet(engine.Missing);
        return new EngineCalls(engine.OpenAIAddress, model);
    }

    async Task<PrometheusText> AssertSameTokensAsync(string model, int requests)
    {
        var counted = (await engine.SettledAsync()).ByModel[model];
        await using var page = await MetricsPage.StartAsync();
        var scraped = await page.ScrapeAsync();
        Assert.NotEqual(0, counted.Input);
        Assert.Equal(requests, counted.Requests);
        Assert.Equal(requests, scraped.Sum("ai_gateway_requests_total", [.. Labels(model), "status=success"]));
        Assert.Equal(requests, scraped.Sum("ai_gateway_requests_total", Labels(model)));
        Assert.Equal(counted.Input, scraped.Sum("ai_gateway_tokens_total", [.. Labels(model), "direction=input"]));
        Assert.Equal(counted.Output, scraped.Sum("ai_gateway_tokens_total", [.. Labels(model), "direction=output"]));
        Assert.Equal(0, scraped.Sum("ai_gateway_usage_missing_total", Labels(model)));
        return scraped;
    }

    static string[] Labels(string model) => ["provider=llama.cpp", $"model={model}"];
}
