using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>A server behind a socket, one for all programs.</summary>
static class RealServer
{
    static readonly ConcurrentDictionary<string, Model> Models = new();
    static readonly Lazy<string> Address = new(Start);
    static int s_models;

    public static HttpMessageHandler Network { get; } = new SocketsHttpHandler();

    /// <summary>Has it serve a model.</summary>
    public static Uri Serve(Model model)
    {
        var path = Interlocked.Increment(ref s_models).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Models[path] = model;
        return new Uri($"{Address.Value}{path}/v1/chat/completions");
    }

    static string Start()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        var listener = new HttpListener { Prefixes = { address } };
        listener.Start();
        _ = ServeAsync(listener);
        return address;
    }

    static async Task ServeAsync(HttpListener listener)
    {
        while (true)
        {
            _ = AnswerAsync(await listener.GetContextAsync());
        }
    }

    static async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new StreamReader(context.Request.InputStream);
        var streamed = (await body.ReadToEndAsync()).EndsWith("true}", StringComparison.Ordinal);
        var events = await WireHandler.EventsAsync(Models[context.Request.Url!.Segments[1].Trim('/')], streamed, CancellationToken.None);
        context.Response.StatusCode = events.Length == 0 ? 429 : 200;
        context.Response.ContentType = streamed && events.Length > 0 ? "text/event-stream" : "application/json";
        foreach (var part in events)
        {
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(part));
            await context.Response.OutputStream.FlushAsync();
        }

        context.Response.Close();
    }
}
