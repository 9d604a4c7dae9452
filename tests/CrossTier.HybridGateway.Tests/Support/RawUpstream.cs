using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossTier.HybridGateway.Tests.Support;

/// <summary>A server that answers each connection with the same bytes, whatever they are, and closes it.</summary>
sealed class RawUpstream : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    /// <param name="reply">What it answers.</param>
    /// <param name="silence">How long it keeps the connection after that.</param>
    public RawUpstream(string reply, TimeSpan silence = default)
    {
        _listener.Start();
        _ = ServeAsync(Encoding.UTF8.GetBytes(reply), silence);
    }

    public string BaseUrl => $"http://{_listener.LocalEndpoint}/v1";

    /// <summary>A stream that is cut off after this text, in the middle of the transfer.</summary>
    public static string CutStream(string text) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n";

    /// <summary>A stream that ends properly as HTTP goes.</summary>
    public static string WholeStream(string text) => CutStream(text) + "0\r\n\r\n";

    public static string Whole(string body, string status = "200 OK") =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public void Dispose() => _listener.Dispose();

    async Task ServeAsync(byte[] reply, TimeSpan silence)
    {
        while (true)
        {
            try
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(), reply, silence);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return; // The test is over.
            }
        }
    }

    static async Task AnswerAsync(TcpClient client, byte[] reply, TimeSpan silence)
    {
        using (client)
        {
            var stream = client.GetStream();
            var request = new byte[64 * 1024];
            _ = await stream.ReadAsync(request); // Its head is enough: what is answered does not depend on it.
            await stream.WriteAsync(reply);
            await Task.Delay(silence);
            client.Client.Shutdown(SocketShutdown.Send);
            _ = await stream.ReadAsync(request);
        }
    }
}
