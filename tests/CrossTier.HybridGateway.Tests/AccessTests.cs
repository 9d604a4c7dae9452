using System.Net;
using System.Net.Sockets;
using System.Text;
using CrossTier.HybridGateway.Tests.Support;
using CrossTier.Samples.HybridGateway;

namespace CrossTier.HybridGateway.Tests;

/// <summary>Who gets in: the gateway spends the money of the cloud's key.</summary>
public sealed class AccessTests
{
    static readonly string[] Paths = ["/v1/models", "/metrics", "/crosstier", "/nothing"];

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://10.0.0.1:0")]
    public async Task An_address_that_others_reach_needs_a_token(string listen)
    {
        var refused = await Assert.ThrowsAsync<SetupException>(() => TestGateway.StartAsync(settings => settings with { Listen = listen }));
        Assert.Contains("set Gateway:Token", refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task With_a_token_each_request_needs_it_wherever_it_comes_from()
    {
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Listen = "http://0.0.0.0:0", Token = "secret" });
        var address = $"http://127.0.0.1:{gateway.Gateway.Address.Port}";
        using var http = new HttpClient();
        foreach (var path in Paths)
        {
            using var without = await http.GetAsync(address + path);
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (without.StatusCode, without.Headers.WwwAuthenticate.ToString()));
            Assert.Equal("invalid_api_key", (await without.ErrorAsync()).Code);
        }

        foreach (var wrong in new[] { "Bearer", "Bearer ", "Bearer Secret", "Bearer secret2", "Bearer secre", "Basic secret", "secret" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address + "/v1/models");
            request.Headers.TryAddWithoutValidation("Authorization", wrong);
            using var response = await http.SendAsync(request);
            Assert.Equal((wrong, HttpStatusCode.Unauthorized), (wrong, response.StatusCode));
        }

        http.DefaultRequestHeaders.Authorization = new("Bearer", "secret");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(address + "/v1/models")).StatusCode);
        Assert.Contains("ai_gateway_build_info", await http.GetStringAsync(address + "/metrics"));
        Assert.Contains("<html", await http.GetStringAsync(address + "/crosstier/"));
    }

    [Fact]
    public async Task On_loopback_a_name_of_somebody_else_is_refused()
    {
        await using var gateway = await TestGateway.StartAsync();
        Assert.StartsWith("HTTP/1.1 403", await GetAsync(gateway, "evil.example"));
        Assert.StartsWith("HTTP/1.1 403", await GetAsync(gateway, "127.0.0.1.evil.example"));
        Assert.StartsWith("HTTP/1.1 200", await GetAsync(gateway, $"localhost:{gateway.Gateway.Address.Port}"));
        Assert.StartsWith("HTTP/1.1 200", await GetAsync(gateway, "127.0.0.1"));
        Assert.StartsWith("HTTP/1.1 200", await GetAsync(gateway, "[::1]"));
    }

    [Fact]
    public async Task The_page_is_served()
    {
        await using var gateway = await TestGateway.StartAsync();
        Assert.Contains("<html", await gateway.Http.GetStringAsync("/crosstier"));
        Assert.StartsWith("{", await gateway.Http.GetStringAsync("/crosstier/data"));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var refused = await Assert.ThrowsAsync<SetupException>(() => TestGateway.StartAsync(settings => settings with
        {
            Listen = $"http://{other.LocalEndpoint}",
        }));
        Assert.Contains("another program may have the port", refused.Message);
    }

    static async Task<string> GetAsync(TestGateway gateway, string host)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, gateway.Gateway.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /v1/models HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        return await new StreamReader(client.GetStream()).ReadToEndAsync();
    }
}
