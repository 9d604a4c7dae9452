using CrossTier.EndToEnd.Tests.Support;
using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.EndToEnd.Tests;

/// <summary>With addresses and keys in the environment QuickStart calls those servers: here servers of the test, which know what came.</summary>
public sealed class QuickStartRealServerTests
{
    [Fact]
    public async Task The_servers_of_the_environment_are_called_and_counted()
    {
        await using var cloud = await SimulatedProvider.StartAsync();
        await using var local = await SimulatedProvider.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(200) });
        await using var program = ChildProcess.Start("dotnet", [BuiltFiles.QuickStart], new Dictionary<string, string?>(QuickStartRun.Newcomer)
        {
            ["OPENAI_API_KEY"] = "secret-key",
            ["OPENAI_BASE_URL"] = cloud.OpenAIAddress.ToString(),
            ["OPENAI_MODEL"] = "cloud-model",
            ["OLLAMA_HOST"] = local.BaseAddress.Authority,
            ["OLLAMA_MODEL"] = "local-model",
        });

        Assert.Equal(0, await program.EndAsync());
        Assert.StartsWith(
            $"Calling the real openai at {cloud.OpenAIAddress} (model cloud-model) and the real ollama at "
            + $"{local.OpenAIAddress.ToString().TrimEnd('/')} (model local-model)",
            program.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", program.Output + program.Errors, StringComparison.Ordinal);

        var page = PrometheusText.Parse(QuickStartRun.PageIn(program.Output));
        var asked = (await cloud.SettledAsync()).Tokens("cloud-model");
        Assert.Equal(5, page.Sum("ai_gateway_requests_total", "provider=openai", "model=cloud-model", "status=success"));
        Assert.Equal(asked.Input, page.Sum("ai_gateway_tokens_total", "model=cloud-model", "direction=input"));
        Assert.Equal(asked.Output, page.Sum("ai_gateway_tokens_total", "model=cloud-model", "direction=output"));
        Assert.Equal(9, page.Sum("ai_gateway_requests_total", "provider=ollama", "model=local-model", "status=success"));
        Assert.Equal(1, page.Sum("ai_gateway_requests_total", "provider=openai-compatible", "model=local-model", "status=success"));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_in_the_metrics_and_in_the_exit_code()
    {
        await using var program = ChildProcess.Start("dotnet", [BuiltFiles.QuickStart], new Dictionary<string, string?>(QuickStartRun.Newcomer)
        {
            ["OPENAI_API_KEY"] = "secret-key",
            ["OPENAI_BASE_URL"] = "http://127.0.0.1:1/v1",
        });

        Assert.Equal(1, await program.EndAsync());
        var page = PrometheusText.Parse(QuickStartRun.PageIn(program.Output));
        Assert.Equal(3, page.Sum("ai_gateway_errors_total", "provider=openai", "error=network"));
        Assert.Equal(3, page.Sum("ai_gateway_requests_total", "provider=openai", "status=failure"));
        Assert.Equal(9, page.Sum("ai_gateway_requests_total", "provider=ollama", "status=success"));
    }
}
