using System.Net;
using System.Text;

namespace CrossTier.Alerts.Tests.Rehearsal;

/// <summary>A page in Prometheus' format, as an inference server or GPU exporter has one.</summary>
sealed class Exporter : IDisposable
{
    readonly HttpListener _listener = new();

    public Exporter(Func<string> page)
    {
        Port = Service.FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = ServeAsync(page);
    }

    public int Port { get; }

    public void Dispose() => _listener.Close();

    async Task ServeAsync(Func<string> page)
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                context.Response.ContentType = "text/plain; version=0.0.4";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(page()));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
