using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace CrossTier.AspNetCore.Page;

/// <summary>
/// The names under which the page may be asked for: loopback ones, the machine's own, those that the server was told to listen on, and what the
/// application adds. A web site whose name is made to point here has none of them, whichever address its request arrives at.
/// </summary>
sealed class PageHosts(IEnumerable<string> added, IServer? server)
{
    readonly HashSet<string> _added = new(added.Select(Plain), StringComparer.OrdinalIgnoreCase);
    HashSet<string>? _listening;

    public bool Contains(HttpContext context)
    {
        var host = Plain(context.Request.Host.Host);
        return IsLoopback(host)
            || _added.Contains(host)
            || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase)
            || Listening.Contains(host) || IsArrivedAt(host, context.Connection.LocalIpAddress);
    }

    /// <summary>Whether the application has added a name.</summary>
    public bool IsAdded(string host) => _added.Contains(Plain(host));

    // Known once the server has started.
    HashSet<string> Listening => _listening is { Count: > 0 } known ? known : _listening = Read();

    HashSet<string> Read() => new(
        (server?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Plain(uri.Host) : "")
            .Where(host => host.Length > 0 && !(IPAddress.TryParse(host, out var address) && IsEvery(address))),
        StringComparer.OrdinalIgnoreCase);

    // A number, and no name that its owner can point elsewhere.
    static bool IsArrivedAt(string host, IPAddress? arrived) =>
        arrived is not null && IPAddress.TryParse(host, out var address) && (address.Equals(arrived) || address.Equals(arrived.MapToIPv4()));

    static bool IsEvery(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    static string Plain(string host) => host.Trim('[', ']').TrimEnd('.');
}
