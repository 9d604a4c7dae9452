using System.Net;

namespace CrossTier.Samples.HybridGateway.Configuration;

/// <summary>An address to listen on.</summary>
/// <param name="Address">The network interface.</param>
/// <param name="Port">The port; 0 takes a free one.</param>
readonly record struct ListenAddress(IPAddress Address, int Port)
{
    public bool IsLoopback => IPAddress.IsLoopback(Address);

    /// <exception cref="SetupException">The text is no such address.</exception>
    public static ListenAddress Parse(string text)
    {
        // Kestrel takes a star for every interface; a Uri does not.
        if (Uri.TryCreate(text.Replace("://*", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            && uri is { Scheme: "http", PathAndQuery: "/" })
        {
            if (uri.Host == "localhost")
            {
                return new(IPAddress.Loopback, uri.Port);
            }

            if (IPAddress.TryParse(uri.Host, out var address))
            {
                return new(address, uri.Port);
            }
        }

        throw new SetupException(
            $"Gateway:Listen is '{text}': say an address of this machine such as http://127.0.0.1:8080; for https put a reverse proxy in front.");
    }
}
