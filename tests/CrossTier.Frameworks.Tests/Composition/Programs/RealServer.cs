using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>A server behind a socket, one for all programs. Each part of a reply is sent at once.</summary>
static class RealServer
{
    static readonly ConcurrentDictionary<string, Model> Models = new();
    static readonly Lazy<string> Address = new(Start);
    static int s_models;

    public static HttpMessageHandler Network { get; } = new SocketsHttpHandler();

    /// <summary>Has it serve a model.</summary>
    public static Uri Serve(Model model)
    {
        var path = Interlocked.Increment(ref s_models).ToString(CultureInfo.InvariantCulture);
        Models[path] = model;
        return new Uri($"{Address.Value}{path}/v1/chat/completions");
    }

    static string Start()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = ServeAsync(listener);
        return $"http://{listener.LocalEndpoint}/";
    }

    static async Task ServeAsync(TcpListener listener)
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync();
            client.NoDelay = true;
            _ = AnswerAsync(client);
        }
    }

    static async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        var stream = client.GetStream();
        using var requests = new StreamReader(stream, Encoding.ASCII);
        while (await requests.ReadLineAsync() is { } request)
        {
            var body = new char[await LengthAsync(requests)];
            await requests.ReadBlockAsync(body);
            var streamed = WireHandler.IsStreamed(new string(body));
            var events = await WireHandler.EventsAsync(Models[request.Split('/')[1]], streamed, CancellationToken.None);
            var status = events.Length == 0 ? "429 Too Many Requests" : "200 OK";
            var type = streamed && events.Length > 0 ? "text/event-stream" : "application/json";
            await SendAsync(stream, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n");
            foreach (var part in events)
            {
                await SendAsync(stream, $"{part.Length:x}\r\n{part}\r\n");
            }

            await SendAsync(stream, "0\r\n\r\n");
        }
    }

    static async Task<int> LengthAsync(StreamReader request)
    {
        const string name = "Content-Length:";
        var length = 0;
        while (await request.ReadLineAsync() is { Length: > 0 } header)
        {
            if (header.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(header.AsSpan(name.Length), CultureInfo.InvariantCulture);
            }
        }

        return length;
    }

    static ValueTask SendAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text));
}
