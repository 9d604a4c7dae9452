using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CrossTier.Sdks.Tests.Support;

/// <summary>A real server of web sockets that answers the first command with what a test wrote down, and closes.</summary>
public sealed class RealtimeServer : IAsyncDisposable
{
    readonly WebApplication _application;

    RealtimeServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    public static async Task<RealtimeServer> StartAsync(IReadOnlyList<string> updates)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.UseWebSockets();
        application.Urls.Add("http://127.0.0.1:0");
        application.Run(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.ReceiveAsync(new byte[64 * 1024], context.RequestAborted);
            foreach (var update in updates)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(update), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
            }

            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        });
        await application.StartAsync();
        return new RealtimeServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
