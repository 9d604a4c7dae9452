using System.Net;
using System.Net.Sockets;

namespace CrossTier.EndToEnd.Tests.Support;

/// <summary>Ports for programs that must be told theirs.</summary>
static class LoopbackPort
{
    /// <summary>One that was free a moment ago.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
