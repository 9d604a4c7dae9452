using System.Net;
using System.Net.Sockets;

namespace CrossTier.Samples.HybridGateway.Http;

/// <summary>Bounds how often an address may enter a wrong token. Past it the right one is not looked at either, else guessing could go on.</summary>
/// <param name="clock">Tells when a minute is over.</param>
/// <param name="isBehindProxy">Whether the address is the one that a reverse proxy names, which appends it to what the client sent.</param>
sealed class SignInAttempts(TimeProvider clock, bool isBehindProxy)
{
    /// <summary>Attempts of an address within a <see cref="Window"/>.</summary>
    public const int MaxAttempts = 10;

    const int MaxAddresses = 1000;

    /// <summary>After that time an address may try again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly Dictionary<string, (int Count, DateTimeOffset End)> _attempts = [];

    /// <summary>Counts an attempt; false if it is one too many.</summary>
    public bool TryBegin(HttpContext http)
    {
        var (address, now) = (AddressOf(http), clock.GetUtcNow());
        lock (_attempts)
        {
            if (_attempts.Count >= MaxAddresses)
            {
                foreach (var (old, _) in _attempts.Where(attempt => attempt.Value.End <= now).ToList())
                {
                    _attempts.Remove(old);
                }
            }

            // Who comes when all places are taken shares one.
            var key = _attempts.Count < MaxAddresses || _attempts.ContainsKey(address) ? address : "";
            var (count, end) = _attempts.TryGetValue(key, out var known) && known.End > now ? known : (0, now + Window);
            _attempts[key] = (count + 1, end);
            return count < MaxAttempts;
        }
    }

    /// <summary>The token was right: its address begins again.</summary>
    public void Succeeded(HttpContext http)
    {
        lock (_attempts)
        {
            _attempts.Remove(AddressOf(http));
        }
    }

    string AddressOf(HttpContext http)
    {
        var address = isBehindProxy && IPAddress.TryParse(http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim(), out var named)
            ? named
            : http.Connection.RemoteIpAddress;
        if (address is null or { AddressFamily: AddressFamily.InterNetwork } or { IsIPv4MappedToIPv6: true })
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        // One who has an address of IPv6 has 2^64 of them.
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
