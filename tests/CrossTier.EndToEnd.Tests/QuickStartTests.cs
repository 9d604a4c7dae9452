using System.Globalization;
using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests;

/// <summary>What a newcomer sees is exact: each shape of call is counted once, under the right labels, and the table says the same as the page.</summary>
public sealed class QuickStartTests(QuickStartRun run) : IClassFixture<QuickStartRun>
{
    static readonly string[] Gauges = ["ai_gateway_requests_in_flight", "ai_gateway_local_queue_depth"];

    [Fact]
    public void Ends_well_and_soon_without_control_codes()
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.InRange(run.Duration.TotalSeconds, 0, 30); // About 5 s on an idle machine.
        Assert.DoesNotContain('\e', run.Output);
        Assert.DoesNotContain('\r', run.Output);
        Assert.StartsWith("Calling simulated providers on this machine", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai", "gpt-4o", 5, 2, 0, 2)]
    [InlineData("openai", "text-embedding-3-small", 1, 0, 0, 0)]
    [InlineData("ollama", "llama3.2", 9, 0, 2, 3)]
    [InlineData("openai-compatible", "qwen2.5", 1, 0, 0, 0)]
    [InlineData("acme", "summary-1", 4, 0, 0, 0)]
    public void Each_shape_is_counted_once(string provider, string model, int success, int failure, int cancelled, int firstTokens)
    {
        Assert.Equal(success, Sum("ai_gateway_requests_total", "status=success"));
        Assert.Equal(failure, Sum("ai_gateway_requests_total", "status=failure"));
        Assert.Equal(cancelled, Sum("ai_gateway_requests_total", "status=cancelled"));
        Assert.Equal(success + failure, Sum("ai_gateway_request_duration_seconds_count"));
        Assert.Equal(failure, Sum("ai_gateway_errors_total"));
        Assert.Equal(firstTokens, Sum("ai_gateway_time_to_first_token_seconds_count"));
        Assert.Equal(cancelled > 0, Sum("ai_gateway_cancelled_seconds_total") > 0);
        Assert.Equal(success + failure + cancelled, Sum("ai_gateway_call_requests_total"));

        double Sum(string name, params string[] rest) => run.Page.Sum(name, [$"provider={provider}", $"model={model}", .. rest]);
    }

    [Fact]
    public void No_other_label_set_appears() =>
        Assert.Equal(
            ["acme/summary-1", "ollama/llama3.2", "openai-compatible/qwen2.5", "openai/gpt-4o", "openai/text-embedding-3-small"],
            run.Page.Samples.Where(sample => sample.Name == "ai_gateway_requests_in_flight")
                .Select(sample => $"{sample.Labels["provider"]}/{sample.Labels["model"]}")
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Failures_are_told_apart()
    {
        Assert.Equal(1, run.Page.Sum("ai_gateway_errors_total", "provider=openai", "error=rate_limited"));
        Assert.Equal(1, run.Page.Sum("ai_gateway_errors_total", "provider=openai", "error=unavailable"));
        Assert.Equal(2, run.Page.Sum("ai_gateway_errors_total"));
    }

    [Theory]
    [InlineData("openai", "openai")]
    [InlineData("acme", "acme")]
    [InlineData("ollama", "ollama", "openai-compatible")]
    public void Tokens_are_what_the_server_counted(string server, params string[] providers)
    {
        var (input, output, _) = run.CountedBy(server);
        if (server == "ollama")
        {
            (input, output) = (input - run.Unread.Input, output - run.Unread.Output);
        }

        Assert.NotEqual(0, input);
        Assert.Equal(input, providers.Sum(provider => run.Page.Sum("ai_gateway_tokens_total", $"provider={provider}", "direction=input")));
        Assert.Equal(output, providers.Sum(provider => run.Page.Sum("ai_gateway_tokens_total", $"provider={provider}", "direction=output")));
        Assert.Equal(output, providers.Sum(provider => run.Page.Sum("ai_gateway_call_tokens_total", $"provider={provider}", "direction=output")));
    }

    [Fact]
    public void A_retried_request_is_one_request()
    {
        var failed = run.Page.Sum("ai_gateway_requests_total", "provider=openai", "status=failure");
        Assert.Equal(run.Page.Sum("ai_gateway_requests_total", "provider=openai") + failed, run.CountedBy("openai").Requests);
    }

    [Fact]
    public void The_usage_that_nobody_read_is_counted_as_missing() =>
        Assert.Equal((1, 1), (run.Page.Sum("ai_gateway_usage_missing_total"), run.Page.Sum("ai_gateway_usage_missing_total", "provider=ollama")));

    [Fact]
    public void Gauges_return_to_zero_and_tiers_are_told()
    {
        var gauges = run.Page.Samples.Where(sample => Gauges.Contains(sample.Name)).ToList();
        Assert.Equal(8, gauges.Count);
        Assert.All(gauges, gauge => Assert.Equal(0, gauge.Value));
        Assert.Equal(
            ["acme=local", "ollama=local", "openai-compatible=local", "openai=cloud"],
            run.Page.Samples.Where(sample => sample.Name == "ai_gateway_provider_info")
                .Select(sample => $"{sample.Labels["provider"]}={sample.Labels["tier"]}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_agrees_with_the_page()
    {
        Assert.Equal(5, run.Table.Count);
        foreach (var cells in run.Table)
        {
            string[] labels = [$"provider={cells[1]}", $"model={cells[2]}"];
            double Sum(string name, params string[] rest) => run.Page.Sum(name, [.. labels, .. rest]);
            var firstTokens = Sum("ai_gateway_time_to_first_token_seconds_count");

            Assert.Equal(1, run.Page.Sum("ai_gateway_provider_info", $"provider={cells[1]}", $"tier={cells[0]}"));
            Assert.Equal(
                [
                    Text(Sum("ai_gateway_requests_total")),
                    Text(Sum("ai_gateway_requests_total", "status=failure")),
                    Text(Sum("ai_gateway_requests_total", "status=cancelled")),
                    Text(1000 * Quantiles.Of(run.Page, "ai_gateway_request_duration_seconds", labels, 0.5)),
                    Text(1000 * Quantiles.Of(run.Page, "ai_gateway_request_duration_seconds", labels, 0.95)),
                    firstTokens == 0 ? "-" : Text(1000 * Sum("ai_gateway_time_to_first_token_seconds_sum") / firstTokens),
                    Text(Sum("ai_gateway_tokens_total", "direction=input")), Text(Sum("ai_gateway_tokens_total", "direction=output")),
                ],
                cells[3..11]);
        }
    }

    [Fact]
    public void The_queue_before_local_models_was_seen() =>
        Assert.Equal(
            ["gpt-4o: -", "text-embedding-3-small: -", "summary-1: 4", "llama3.2: 6", "qwen2.5: 1"],
            run.Table.Select(cells => $"{cells[2]}: {cells[11]}"));

    static string Text(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
