using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace CrossTier.Alerts.Tests.Rehearsal;

/// <summary>Receives what Alertmanager sends to people.</summary>
sealed class Pager : IDisposable
{
    readonly HttpListener _listener = new();
    readonly List<Notice> _notices = [];

    public Pager()
    {
        Port = Service.FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = ReceiveAsync();
    }

    public int Port { get; }

    public IReadOnlyList<Notice> Notices
    {
        get
        {
            lock (_notices)
            {
                return [.. _notices];
            }
        }
    }

    /// <summary>Waits for a notice that came after the first ones, and says how long it took.</summary>
    public async Task<TimeSpan> WaitForAsync(string alert, string status, int after, TimeSpan patience, Func<string> state)
    {
        var clock = Stopwatch.StartNew();
        while (!Notices.Skip(after).Any(notice => notice.Alert == alert && notice.Status == status))
        {
            Assert.True(clock.Elapsed < patience, $"{alert} did not come as {status} within {patience}. Received: {string.Join(", ", Notices)}\n{state()}");
            await Task.Delay(100);
        }

        return clock.Elapsed;
    }

    public void Dispose() => _listener.Close();

    async Task ReceiveAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var message = await JsonDocument.ParseAsync(context.Request.InputStream);
                lock (_notices)
                {
                    _notices.AddRange(message.RootElement.GetProperty("alerts").EnumerateArray().Select(alert => new Notice(
                        alert.GetProperty("labels").GetProperty("alertname").GetString()!,
                        alert.GetProperty("status").GetString()!,
                        alert.GetProperty("labels").TryGetProperty("provider", out var provider) ? provider.GetString()! : "",
                        alert.GetProperty("annotations").GetProperty("summary").GetString()!)));
                }

                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    internal sealed record Notice(string Alert, string Status, string Provider, string Summary);
}
