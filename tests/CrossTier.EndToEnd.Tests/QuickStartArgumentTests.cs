using System.Net;
using System.Net.Sockets;
using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests;

/// <summary>What QuickStart cannot do, it says in one line.</summary>
public sealed class QuickStartArgumentTests
{
    [Theory]
    [InlineData("--nope")]
    [InlineData("--serve", "now")]
    [InlineData("--serve", "--port")]
    [InlineData("--serve", "--port", "0")]
    [InlineData("--serve", "--port", "65536")]
    [InlineData("--serve", "--port", "-1")]
    [InlineData("--port", "9464")]
    [InlineData("")]
    public async Task Unknown_arguments_get_one_line_of_usage(params string[] arguments)
    {
        var (exitCode, output, errors) = await RunAsync(arguments, QuickStartRun.Newcomer);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("usage: dotnet run --project samples/QuickStart", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_port_is_said_before_anything_is_called()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exitCode, output, errors) = await RunAsync(["--serve", "--port", $"{port}"], QuickStartRun.Newcomer);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal($"Port {port} cannot be used, another program may have it: choose one with --port.", Assert.Single(errors));
    }

    [Theory]
    [InlineData("OLLAMA_HOST", "no host")]
    [InlineData("OLLAMA_HOST", "ftp://here")]
    [InlineData("OPENAI_BASE_URL", "here")]
    public async Task An_address_that_is_none_is_said(string variable, string value)
    {
        var (exitCode, _, errors) = await RunAsync(
            [],
            new Dictionary<string, string?>(QuickStartRun.Newcomer) { ["OPENAI_API_KEY"] = "secret-key", [variable] = value });

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"{variable} is ", Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", errors[0], StringComparison.Ordinal);
    }

    static async Task<(int ExitCode, string Output, string[] Errors)> RunAsync(string[] arguments, IReadOnlyDictionary<string, string?> environment)
    {
        await using var program = ChildProcess.Start("dotnet", [BuiltFiles.QuickStart, .. arguments], environment);
        var exitCode = await program.EndAsync();
        return (exitCode, program.Output, program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
