using System.Net;
using System.Net.Sockets;
using System.Text;
using CrossTier.HybridGateway.Tests.Support;
using CrossTier.Samples.HybridGateway;

namespace CrossTier.HybridGateway.Tests;

/// <summary>Clients that send what no client should, or do not read.</summary>
public sealed class ClientAttackTests
{
    [Theory]
    [InlineData("""{"model":"both","messages":[{"role":"user","content":"\ud800"}]}""")]
    [InlineData("""{"model":"both","messages":[{"role":"user","content":"\udc00\ud800"}]}""")]
    [InlineData("""{"model":"both","\ud800":1,"messages":[]}""")]
    [InlineData("""{"model":"\ud800","messages":[]}""")]
    [InlineData("""{"model":"both","messages":[],"stop":["x",{"y":["\udfff"]}]}""")]
    public async Task Half_a_character_is_a_bad_request(string body)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var reply = await gateway.PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal("invalid_request", (await reply.ErrorAsync()).Code);
        using var whole = await gateway.PostAsync(Chat.Ask("both", more: ",\"user\":\"\\ud83d\\ude00\""));
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_dropped_and_gives_its_place_back()
    {
        var text = string.Concat(Enumerable.Repeat($"data: {{\"choices\":[{{\"delta\":{{\"content\":\"{new string('x', 100_000)}\"}}}}]}}\n\n", 300));
        using var upstream = new RawUpstream(RawUpstream.WholeStream(text + "data: [DONE]\n\n"));
        await using var gateway = await TestGateway.StartAsync(settings => settings with
        {
            MaxReplyBytes = 100_000_000,
            ClientTimeout = TimeSpan.FromMilliseconds(500),
            Local = settings.Local with { BaseUrl = upstream.BaseUrl, Concurrency = 1, QueueLimit = 1 },
        });
        using var silent = new TcpClient { ReceiveBufferSize = 4096 };
        await silent.ConnectAsync(IPAddress.Loopback, gateway.Gateway.Address.Port);
        var body = Chat.Ask("desk", stream: true);
        await silent.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

        // The one place: whoever gets it next had it given back.
        using var next = await gateway.PostAsync(Chat.Ask("desk", stream: true), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.EndsWith("data: [DONE]\n\n", await next.Content.ReadAsStringAsync());
        Assert.Equal(new Counted(1, 0, 1), await gateway.CountedAsync(gateway.LocalProvider));
    }

    [Theory]
    [InlineData("naïve")]
    [InlineData("two\nlines")]
    [InlineData(" leading")]
    [InlineData("\u0001")]
    public async Task A_name_that_cannot_be_a_header_is_refused_at_start(string name)
    {
        var model = await Assert.ThrowsAsync<SetupException>(() => TestGateway.StartAsync(settings => settings with
        {
            Models = new() { ["one"] = new() { Local = name } },
        }));
        Assert.Contains("Gateway:Models:one:Local cannot be a header", model.Message);
        var provider = await Assert.ThrowsAsync<SetupException>(() => TestGateway.StartAsync(settings => settings with
        {
            Cloud = settings.Cloud with { Provider = name },
        }));
        Assert.Contains("Gateway:Cloud:Provider cannot be a header", provider.Message);
    }

    [Theory]
    [InlineData("http://user:S3CRET@127.0.0.1:1/v1#part")]
    [InlineData("http://user:S3CRET@127.0.0.1:1/v1?key=1")]
    [InlineData("ftp://user:S3CRET@127.0.0.1:1/v1")]
    public async Task An_address_with_more_than_an_address_is_refused_without_its_password(string address)
    {
        var refused = await Assert.ThrowsAsync<SetupException>(() => TestGateway.StartAsync(settings => settings with
        {
            Local = settings.Local with { BaseUrl = address },
        }));
        Assert.Contains("Gateway:Local:BaseUrl", refused.Message);
        Assert.DoesNotContain("S3CRET", refused.Message);
    }

    [Fact]
    public async Task A_password_in_an_address_is_not_shown()
    {
        await using var gateway = await TestGateway.StartAsync(settings => settings with
        {
            Local = settings.Local with { BaseUrl = "http://user:S3CRET@127.0.0.1:1/v1" },
        });
        Assert.Contains("http://***@127.0.0.1:1/v1", gateway.Gateway.Describe());
        Assert.DoesNotContain("S3CRET", gateway.Gateway.Describe());
    }
}
