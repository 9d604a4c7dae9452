using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossTier.Http.Tests.Support;

/// <summary>A server that answers with the very bytes that a test says, and shows the very bytes that it was sent. One request a connection.</summary>
sealed class RawServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly Func<Stream, int, CancellationToken, Task> _answer;
    readonly Task _accepting;
    int _count;

    /// <param name="answer">Writes the reply to the n-th request, from 0 up.</param>
    public RawServer(Func<Stream, int, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public ConcurrentQueue<RawRequest> Requests { get; } = [];

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>A server that always answers the same.</summary>
    public static RawServer Saying(byte[] reply) => new((stream, _, token) => stream.WriteAsync(reply, token).AsTask());

    /// <summary>A server that always answers the same.</summary>
    public static RawServer Saying(string reply) => Saying(Encoding.UTF8.GetBytes(reply));

    /// <summary>A reply with a length.</summary>
    public static string Reply(string body, string type = "application/json", string status = "200 OK", string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    /// <summary>A reply that ends with its connection.</summary>
    public static string Stream(string body, string type = "text/event-stream") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nConnection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The listener has been stopped, in the middle of a wait or between two.
            await Task.WhenAll(connections);
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                var stream = client.GetStream();
                Requests.Enqueue(await ReadAsync(stream));
                await _answer(stream, Interlocked.Increment(ref _count) - 1, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(new byte[256], _stop.Token) > 0)
                {
                    // A close with unread bytes would reset the connection before the client has read its reply.
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                client.Close(); // The client has left, or the test is over.
            }
        }
    }

    async Task<RawRequest> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[16 << 10];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            var all = text.ToString();
            var end = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var request = new RawRequest(all[..end], all[(end + 4)..]);
                var isWhole = request.Header("Transfer-Encoding") == "chunked"
                    ? request.Body.EndsWith("0\r\n\r\n", StringComparison.Ordinal)
                    : request.Body.Length >= int.Parse("0" + request.Header("Content-Length"));
                if (isWhole || count == 0)
                {
                    return request;
                }
            }
            else if (count == 0)
            {
                throw new IOException("The client left.");
            }
        }
    }
}
