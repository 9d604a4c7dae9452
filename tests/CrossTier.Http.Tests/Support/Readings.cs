using System.Text;

namespace CrossTier.Http.Tests.Support;

/// <summary>The ways in which applications send a request and read its reply to the end.</summary>
static class Readings
{
    public static Dictionary<string, Func<HttpClient, HttpRequestMessage, Task<byte[]>>> All { get; } = new()
    {
        ["buffered"] = async (client, request) =>
        {
            using var reply = await client.SendAsync(request);
            return await reply.Content.ReadAsByteArrayAsync();
        },
        ["headers first, stream read"] = async (client, request) =>
        {
            using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using var stream = await reply.Content.ReadAsStreamAsync();
            return await ReadAsync(stream);
        },
        ["headers first, lines read"] = async (client, request) =>
        {
            using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            using var reader = new StreamReader(await reply.Content.ReadAsStreamAsync(), Encoding.UTF8);
            return Encoding.UTF8.GetBytes(await reader.ReadToEndAsync());
        },
        ["headers first, copied"] = async (client, request) =>
        {
            using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var copy = new MemoryStream();
            await reply.Content.CopyToAsync(copy);
            return copy.ToArray();
        },
        ["headers first, stream copied"] = async (client, request) =>
        {
            using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var copy = new MemoryStream();
            await (await reply.Content.ReadAsStreamAsync()).CopyToAsync(copy);
            return copy.ToArray();
        },
        ["headers first, buffered later"] = async (client, request) =>
        {
            using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await reply.Content.LoadIntoBufferAsync();
            Assert.Equal(await reply.Content.ReadAsStringAsync(), Encoding.UTF8.GetString(await reply.Content.ReadAsByteArrayAsync()));
            return await reply.Content.ReadAsByteArrayAsync();
        },
        ["synchronous, buffered"] = (client, request) =>
        {
            using var reply = client.Send(request);
            return ReadAsync(reply.Content.ReadAsStream());
        },
        ["synchronous, headers first"] = (client, request) =>
        {
            using var reply = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
            using var stream = reply.Content.ReadAsStream();
            var copy = new MemoryStream();
            stream.CopyTo(copy);
            return Task.FromResult(copy.ToArray());
        },
        ["synchronous, byte by byte"] = (client, request) =>
        {
            using var reply = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
            using var stream = reply.Content.ReadAsStream();
            List<byte> bytes = [];
            for (var next = stream.ReadByte(); next >= 0; next = stream.ReadByte())
            {
                bytes.Add((byte)next);
            }

            return Task.FromResult(bytes.ToArray());
        },
        ["headers first, begin and end"] = async (client, request) =>
        {
            using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            using var stream = await reply.Content.ReadAsStreamAsync();
            var (buffer, copy) = (new byte[50], new MemoryStream());
            int count;
            while ((count = await Task.Factory.FromAsync(stream.BeginRead, stream.EndRead, buffer, 0, buffer.Length, null)) > 0)
            {
                copy.Write(buffer, 0, count);
            }

            return copy.ToArray();
        },
    };

    /// <summary>Small reads, with empty ones between them.</summary>
    static async Task<byte[]> ReadAsync(Stream stream)
    {
        var (buffer, copy) = (new byte[7], new MemoryStream());
        while (true)
        {
            Assert.Equal(0, await stream.ReadAsync(Memory<byte>.Empty));
            var count = await stream.ReadAsync(buffer);
            if (count == 0)
            {
                return copy.ToArray();
            }

            copy.Write(buffer, 0, count);
        }
    }
}
