using System.Text;
using CrossTier.Http.Tests.Support;

namespace CrossTier.Http.Tests;

/// <summary>A reply's body is the same to whoever looks at it.</summary>
public sealed class ContentTests
{
    const string Body = """{"model":"m","choices":[{"message":{"content":"é ☃"}}],"usage":{"prompt_tokens":5,"completion_tokens":7}}""";

    public static TheoryData<string, bool> Replies => new()
    {
        { RawServer.Reply(
            Body,
            "application/json; charset=\"utf-8\"",
            headers: "Content-Language: de, en\r\nContent-Language: fr\r\nX-Request-Id: 7\r\nExpires: never\r\nContent-Disposition: odd ; =\r\n"), true },
        { RawServer.Reply(Body, "text"), true },
        { RawServer.Stream(Body, "application/json"), false },
        { $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n{Encoding.UTF8.GetByteCount(Body):x}\r\n{Body}\r\n0\r\n\r\n", false },
    };

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task It_reads_as_it_does_without_the_handler(string reply, bool hasLength)
    {
        await using var server = RawServer.Saying(reply);
        using var plain = Clients.Plain(server.Address);
        using var client = Clients.Measured(server.Address);
        foreach (var (name, read) in Readings.All)
        {
            var expected = await read(plain, Clients.Chat());
            byte[] bytes = [];
            var counted = await Counted.By(async () => bytes = await read(client, Clients.Chat()));
            Assert.Equal(expected, bytes);
            Assert.Equal((name, (1, 0, 0, 5, 7, 0)), (name, counted.Sums()));
        }

        foreach (var option in (HttpCompletionOption[])[HttpCompletionOption.ResponseHeadersRead, HttpCompletionOption.ResponseContentRead])
        {
            using var expected = await plain.SendAsync(Clients.Chat(), option);
            using var measured = await client.SendAsync(Clients.Chat(), option);
            Assert.Equal(expected.Headers.ToString(), measured.Headers.ToString());
            Assert.Equal(expected.Content.Headers.ContentLength, measured.Content.Headers.ContentLength);
            Assert.Equal(hasLength || option == HttpCompletionOption.ResponseContentRead, measured.Content.Headers.ContentLength is not null);
            Assert.Equal(
                expected.Content.Headers.NonValidated.Select(header => $"{header.Key}: {header.Value}"),
                measured.Content.Headers.NonValidated.Select(header => $"{header.Key}: {header.Value}"));
            Assert.Equal(await expected.Content.ReadAsStringAsync(), await measured.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_buffer_that_is_too_small_throws_as_it_does_without_the_handler()
    {
        await using var server = RawServer.Saying(RawServer.Reply(Body));
        using var client = Clients.Measured(server.Address);
        client.MaxResponseContentBufferSize = 10;

        var counted = await Counted.By(() => Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(Clients.Chat())));

        Assert.Equal(1, counted.Cancelled); // the client did not read it
    }

    [Fact]
    public async Task A_stream_of_a_network_tells_what_it_cannot_do()
    {
        await using var server = RawServer.Saying(RawServer.Reply(Body));
        using var client = Clients.Measured(server.Address);
        using var reply = await client.SendAsync(Clients.Chat(), HttpCompletionOption.ResponseHeadersRead);
        using var stream = await reply.Content.ReadAsStreamAsync();

        Assert.Equal((true, false, false, false), (stream.CanRead, stream.CanSeek, stream.CanWrite, stream.CanTimeout));
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position);
        Assert.Throws<NotSupportedException>(() => stream.Position = 1);
    }

    [Fact]
    public async Task A_body_that_is_read_twice_throws_what_it_throws_without_the_handler()
    {
        await using var server = RawServer.Saying(RawServer.Reply(Body));
        Exception?[] thrown = new Exception?[2];
        foreach (var i in (int[])[0, 1])
        {
            using var client = i == 0 ? Clients.Plain(server.Address) : Clients.Measured(server.Address);
            using var reply = await client.SendAsync(Clients.Chat(), HttpCompletionOption.ResponseHeadersRead);
            await reply.Content.CopyToAsync(Stream.Null);
            thrown[i] = await Record.ExceptionAsync(() => reply.Content.CopyToAsync(Stream.Null));
        }

        Assert.Equal((thrown[0]?.GetType(), thrown[0]?.Message), (thrown[1]?.GetType(), thrown[1]?.Message));
    }
}
