using System.Text.Json;
using CrossTier.EndToEnd.Tests.Support;
using CrossTier.HybridGateway.Tests.Support;

namespace CrossTier.HybridGateway.Tests;

/// <summary>The <c>openai</c> package of npm as the gateway's client.</summary>
public sealed class NodeClientTests
{
    const string Token = "gateway-token";

    [Fact]
    public async Task The_package_reads_replies_streams_and_errors()
    {
        var (node, folder) = Needed();
        using var cut = new RawUpstream(RawUpstream.CutStream("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"half\"}}]}\n\ndata: {\"cho"));
        await using var broken = await TestGateway.StartAsync(settings => settings with { Local = settings.Local with { BaseUrl = cut.BaseUrl } });
        await using var gateway = await TestGateway.StartAsync(settings => settings with
        {
            Token = Token,
            Cloud = settings.Cloud with { BaseUrl = new Uri(broken.Gateway.Address, "v1").ToString(), Simulation = new() }, // A gateway behind the gateway.
            Models = new(settings.Models) { ["broken"] = new() { Cloud = "desk" }, ["slow"] = new() { Local = "slow" } },
        });
        gateway.Local.Options.ChunkDelay = TimeSpan.FromMilliseconds(20);

        await using var client = ChildProcess.Start(
            node,
            [Path.Combine(folder, "client.mjs"), new Uri(gateway.Gateway.Address, "v1").ToString(), Token, "broken"]);
        var line = await client.LineAsync(line => line.StartsWith('{'));
        Assert.Equal(0, await client.EndAsync());
        using var json = JsonDocument.Parse(line);
        var seen = json.RootElement;

        Assert.Equal("""["both","desk","far","broken","slow"]""", seen.GetProperty("models").GetRawText());
        Assert.Equal("both", seen.GetProperty("model").GetString());
        Assert.Equal("""{"text":"a simulated provider answers without key or network","usage":[3,8],"tier":"local"}""", seen.GetProperty("whole").GetRawText());
        Assert.Equal("""{"text":"a simulated provider answers without key or network","usage":[3,8],"chunks":11}""", seen.GetProperty("stream").GetRawText());
        Assert.Equal("""{"text":"a simulated provider answers without key or network","usage":false}""", seen.GetProperty("plain").GetRawText());
        Assert.Equal("""{"vectors":[8,8],"tokens":2}""", seen.GetProperty("embeddings").GetRawText());
        Assert.Equal("""{"kind":"NotFoundError","status":404,"code":"model_not_found"}""", seen.GetProperty("unknown").GetRawText());
        Assert.Equal("""{"kind":"AuthenticationError","status":401,"code":"invalid_api_key"}""", seen.GetProperty("wrongKey").GetRawText());
        Assert.Equal("""{"kind":"APIError","status":null,"code":"upstream_error"}""", seen.GetProperty("broken").GetRawText());
        Assert.Equal("half", seen.GetProperty("brokenText").GetString());

        Assert.Equal(new(4, 0, 1), await CountedAsync(gateway, gateway.LocalProvider));
        Assert.Equal(new(0, 1, 0), await CountedAsync(gateway, gateway.CloudProvider));
    }

    static async Task<Counted> CountedAsync(TestGateway gateway, string provider)
    {
        gateway.Http.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return await gateway.CountedAsync(provider);
    }

    static (string Node, string Folder) Needed()
    {
        var folder = RepositoryFiles.Find("tests/CrossTier.HybridGateway.Tests/node");
        var node = Requirement.FindProgram("node");
        Requirement.Meet(
            node is null ? "node is not installed"
            : !Directory.Exists(Path.Combine(folder, "node_modules")) ? $"the openai package is not installed: run npm ci in {folder}"
            : null);
        return (node!, folder);
    }
}
