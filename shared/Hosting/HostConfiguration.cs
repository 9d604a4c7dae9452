using CrossTier.CompilerServices;
using Microsoft.Extensions.Configuration;

namespace CrossTier.Hosting;

/// <summary>Takes what the configuration of a host sets. Source of the packages that are handed its services and know configurations.</summary>
static class HostConfiguration
{
    const string Hosts = "CrossTier:Hosts";

    /// <summary>
    /// Maps the hosts of <c>CrossTier:Hosts</c>: a text as in <c>CROSSTIER_HOSTS</c>, a list of such, or an object of hosts with their providers.
    /// </summary>
    public static void Use(IServiceProvider? services)
    {
        if (services?.GetService(typeof(IConfiguration)) is not IConfiguration configuration)
        {
            return;
        }

        // host:port is a path of two keys.
        foreach (var (key, value) in configuration.GetSection(Hosts).AsEnumerable(makePathsRelative: true))
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                HostSettings.Map(value.Contains('=') ? value : $"{key}={value}", Hosts);
            }
        }
    }
}
