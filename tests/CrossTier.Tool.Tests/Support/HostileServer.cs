using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossTier.Tool.Tests.Support;

/// <summary>Answers each request with the same bytes, whatever HTTP thinks of them.</summary>
sealed class HostileServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly Func<NetworkStream, CancellationToken, Task> _answer;
    readonly Task _serving;

    public HostileServer(Func<NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string HostAndPort => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    public static Func<NetworkStream, CancellationToken, Task> Reply(string status, string body, params string[] headers) => (client, cancellation) =>
        client.WriteAsync(
            Encoding.UTF8.GetBytes(
                $"HTTP/1.1 {status}\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n{body}"),
            cancellation).AsTask();

    async Task ServeAsync()
    {
        List<Task> clients = [];
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                clients.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                break;
            }
        }

        await Task.WhenAll(clients);
    }

    async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var request = new byte[1 << 16];
                var read = await client.GetStream().ReadAsync(request, _stop.Token);

                // The body of a POST may come after its headers: unread, it would reset the connection under the answer.
                while (read > 0 && request[0] == 'P' && !Encoding.ASCII.GetString(request, 0, read).Contains("query="))
                {
                    read += await client.GetStream().ReadAsync(request.AsMemory(read), _stop.Token);
                }

                await _answer(client.GetStream(), _stop.Token);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The tool has hung up, as it should; or the test is over.
                _ = e;
            }
        }
    }
}
