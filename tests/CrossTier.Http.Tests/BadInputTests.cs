using System.IO.Compression;
using System.Text;
using CrossTier.Http.Tests.Support;
using CrossTier.Testing;

namespace CrossTier.Http.Tests;

/// <summary>Whatever a server sends goes on as it came; what says no usage is counted as that.</summary>
public sealed class BadInputTests
{
    static readonly byte[] Pieces = "{}[]\"\\:,data \r\nusage0"u8.ToArray();

    public static TheoryData<string, string> Bodies => new()
    {
        { "application/json", "" },
        { "application/json", "<html>502 usage</html>" },
        { "application/json", "null" },
        { "application/json", "\"usage\"" },
        { "application/json", "}{\"usage\":{\"prompt_tokens\":1}}" },
        { "application/json", "{\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7}" },
        { "application/json", "{\"usage\":{\"prompt_tokens\":5,\"completion_tok" },
        { "application/json", "{\"usage\":{\"prompt_tokens\":-5,\"completion_tokens\":0}}" },
        { "application/json", "{\"usage\":{\"prompt_tokens\":0,\"completion_tokens\":99999999999999999999999999}}" },
        { "application/json", "{\"usage\":{\"prompt_tokens\":5000000000,\"completion_tokens\":\"7\"}}" },
        { "application/json", "{\"usage\":{\"prompt_tokens\":1.5,\"completion_tokens\":7e0}}" },
        { "application/json", "{\"usage\":{\"prompt_tokens\":null,\"prompt_tokens_details\":{\"cached_tokens\":5}}}" },
        { "application/json", "{\"usage\":\"{\\\"prompt_tokens\\\":5}\"}" },
        { "application/json", "{\"usage\":[5,7]}" },
        { "application/json", "{\"choices\":[{\"message\":{\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7}}}]}" },
        { "application/json", "{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"usage\":{\"prompt_tokens\":5}}}}}}}}}}" },
        { "text/event-stream", "data: {\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7}}".TrimEnd('}') },
        { "text/event-stream", "data: {\"usage\":{\"prompt_tokens\":5,\n\ndata: \"completion_tokens\":7}}\n\n" },
        { "text/event-stream", "data\n\ndata:\n\n:\n\ndatax: {\"usage\":{\"prompt_tokens\":5}}\n\n dat: {\"usage\":{\"prompt_tokens\":5}}\n\n" },
        { "text/event-stream", "{\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7}}" },
        { "application/octet-stream", "{\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7}}" },
        { "audio/mpeg", "{\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7}}" },
        { "no type at all", "{\"usage\":{\"prompt_tokens\":5," },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task What_says_no_usage_goes_on_as_it_came(string type, string body)
    {
        await using var server = RawServer.Saying(RawServer.Reply(body, type));
        await Check(server.Address, Encoding.UTF8.GetBytes(body));
    }

    [Fact]
    public async Task Random_bytes_go_on_as_they_came()
    {
        var random = new Random(5);
        foreach (var type in (string[])["application/json", "text/event-stream", "application/x-ndjson"])
        {
            for (var i = 0; i < Nightly.Cases(100); i++)
            {
                var bytes = new byte[random.Next(300)];
                for (var at = 0; at < bytes.Length; at++)
                {
                    bytes[at] = random.Next(3) == 0 ? (byte)random.Next(256) : Pieces[random.Next(Pieces.Length)];
                }

                using var client = Clients.Measured(
                    new Uri("http://fake.example/"),
                    new CannedHandler(type, bytes[..(bytes.Length / 2)], bytes[(bytes.Length / 2)..]));
                Assert.Equal(bytes, await (await client.SendAsync(Clients.Chat())).Content.ReadAsByteArrayAsync());
            }
        }
    }

    [Fact]
    public async Task A_compressed_body_that_nobody_decoded_stays_compressed()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write("{\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7}}"u8);
        }

        byte[] reply =
        [
            .. Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\nConnection: close\r\n\r\n"),
            .. packed.ToArray(),
        ];
        await using var server = RawServer.Saying(reply);
        await Check(server.Address, packed.ToArray());

        using var decoding = Clients.Measured(server.Address, new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All });
        Assert.Equal((1, 0, 0, 5, 7, 0), (await Counted.By(() => decoding.SendAsync(Clients.Chat()))).Sums());
    }

    [Theory]
    [InlineData("application/json", "{\"data\":[{\"embedding\":\"", "\"}],\"model\":\"m\",\"usage\":{\"prompt_tokens\":5,\"total_tokens\":5}}")]
    [InlineData("application/json", "{\"data\":[[0.25,0.125,0", ",1]],\"usage\":{\"prompt_tokens\":5}}")]
    [InlineData("text/event-stream", "data: {\"choices\":[{\"delta\":{\"content\":\"", "\"}}],\"usage\":{\"prompt_tokens\":5}}\n\ndata: [DONE]\n\n")]
    [InlineData("text/event-stream", "a line without an end ", "\n\ndata: {\"usage\":{\"prompt_tokens\":5}}\n\n")]
    [InlineData("application/x-ndjson", "{\"response\":\"", "\",\"prompt_eval_count\":5}\n")]
    public async Task A_body_of_a_hundred_megabytes_is_not_kept(string type, string before, string after)
    {
        const int size = 100 << 20;
        await using var server = new RawServer(async (stream, _, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(RawServer.Stream(before, type)), token);
            var part = new byte[1 << 20];
            Array.Fill(part, (byte)'0');
            for (var sent = 0; sent < size; sent += part.Length)
            {
                await stream.WriteAsync(part, token);
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(after), token);
        });
        using var client = Clients.Measured(server.Address);
        long read = 0, most = 0;
        var buffer = new byte[64 << 10];

        var counted = await Counted.By(async () =>
        {
            using var reply = await client.SendAsync(Clients.Chat(), HttpCompletionOption.ResponseHeadersRead);
            using var stream = await reply.Content.ReadAsStreamAsync();
            var baseline = GC.GetTotalMemory(forceFullCollection: true);
            int count;
            while ((count = await stream.ReadAsync(buffer)) > 0)
            {
                read += count;
                if (read % 64 == 0)
                {
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - baseline);
                }
            }
        });

        Assert.Equal(size + before.Length + after.Length, read);
        Assert.Equal((1, 0, 0, 5, 0, 0), counted.Sums());
        Assert.InRange(most, 0, 16 << 20);
    }

    static async Task Check(Uri server, byte[] body)
    {
        foreach (var (name, read) in Readings.All.Where(reading => !reading.Key.Contains("lines")))
        {
            using var client = Clients.Measured(server);
            var counted = await Counted.By(async () => Assert.Equal(body, await read(client, Clients.Chat())));
            Assert.Equal((name, (1, 0, 0, 0, 0, 1)), (name, counted.Sums()));
        }
    }
}
