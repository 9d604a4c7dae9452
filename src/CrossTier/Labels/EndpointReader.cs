using System.Net;
using System.Net.Sockets;
using CrossTier.Protocols;

namespace CrossTier.Labels;

/// <summary>Reads from a client's endpoint whose server it is and where it stands.</summary>
static class EndpointReader
{
    /// <summary>
    /// The provider that the application maps the host to; else the one that the host, or a port that only one server uses by default, names; else null.
    /// </summary>
    public static string? ProviderOf(Uri endpoint) =>
        endpoint.IsAbsoluteUri ? HostMap.Shared.ProviderOf(endpoint) ?? ProviderHosts.OfHost(endpoint.Host) ?? ProviderHosts.OfPort(endpoint.Port) : null;

    /// <summary>
    /// Whether the endpoint is on this machine or in a private network: an address of RFC 1918, 4193, 6598 or link-local, or a name without
    /// a public domain.
    /// </summary>
    public static bool IsPrivate(Uri endpoint)
    {
        if (!endpoint.IsAbsoluteUri)
        {
            return false;
        }

        if (endpoint.IsLoopback)
        {
            return true;
        }

        var host = endpoint.DnsSafeHost;
        return IPAddress.TryParse(host, out var address)
            ? IsPrivate(address)
            : !host.Contains('.')
                || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".lan", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The inference server's name for the <c>instance</c> label: host and port, or null.</summary>
    public static string? InstanceOf(Uri? endpoint) =>
        endpoint is { IsAbsoluteUri: true, Host.Length: > 0 } ? $"{endpoint.Host}:{endpoint.Port}" : null;

    static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            return true;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
        }

        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return (bytes[0], bytes[1]) is (10, _) or (192, 168) or (169, 254) or (172, >= 16 and <= 31) or (100, >= 64 and <= 127);
    }
}
