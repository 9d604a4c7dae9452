using System.Diagnostics;
using CrossTier.OpenTelemetry.Tests.Support;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>The sample, as a user runs it: generated code measures real clients, the SDK's exporter sends.</summary>
public class SampleTests
{
    [Fact]
    public async Task It_sends_and_prints_what_it_measured()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var (code, output, errors) = await RunAsync("--genai", "both", "--otlp", receiver.Endpoint.GetLeftPart(UriPartial.Authority));

        Assert.Equal((0, ""), (code, errors));
        var series = receiver.Series;
        Assert.Equal(5, series["ai_gateway_requests_total{model=\"gpt-4o\",provider=\"openai\",status=\"success\"}"]);
        Assert.Equal(1, series["ai_gateway_errors_total{error=\"rate_limited\",model=\"gpt-4o\",provider=\"openai\"}"]);
        Assert.Equal(6, series["ai_gateway_request_duration_seconds_count{model=\"gpt-4o\",provider=\"openai\"}"]);
        Assert.Equal(5, series["ai_gateway_time_to_first_token_seconds_count{model=\"llama3.2\",provider=\"ollama\"}"]);
        Assert.Equal(0, series["ai_gateway_local_queue_depth{instance=\"gpu-1\",model=\"llama3.2\"}"]);
        Assert.True(series["ai_gateway_tokens_total{direction=\"output\",model=\"llama3.2\",provider=\"ollama\"}"] > 0);
        Assert.Equal(6, series.Sum("gen_ai.client.operation.duration_count", ("gen_ai.provider.name", "openai"), ("server.address", "127.0.0.1")));
        Assert.Contains("ai_gateway_requests_total{model=\"gpt-4o\",provider=\"openai\",status=\"success\"} 5", output.Split('\n'));
    }

    [Theory]
    [InlineData("--genai")]
    [InlineData("--genai", "perhaps")]
    [InlineData("--otlp", "not an address")]
    [InlineData("--verbose", "1")]
    public async Task Arguments_that_it_does_not_know_get_its_usage(params string[] args)
    {
        var (code, output, errors) = await RunAsync(args);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("usage:", Assert.Single(errors.Trim().Split('\n')));
    }

    static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program(), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>The sample is built beside the tests, in the same configuration.</summary>
    static string Program()
    {
        var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var configuration = Path.GetFileName(Path.GetDirectoryName(own))!;
        return Path.GetFullPath(Path.Combine(own, $"../../../../../samples/OpenTelemetryConsole/bin/{configuration}/net10.0/OpenTelemetryConsole.dll"));
    }
}
