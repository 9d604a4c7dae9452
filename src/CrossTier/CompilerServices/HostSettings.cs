using System.ComponentModel;
using CrossTier.Counting;
using CrossTier.Labels;

namespace CrossTier.CompilerServices;

/// <summary>What the configuration of the application's host sets. Called by packages that are handed the services of one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HostSettings
{
    /// <summary>Maps hosts, as <c>CROSSTIER_HOSTS</c> names them, that neither code nor environment map; what is none is told once.</summary>
    /// <param name="hosts">The hosts, with commas between them.</param>
    /// <param name="setting">Where they are from.</param>
    public static void Map(string hosts, string setting)
    {
        foreach (var mapped in MappedHost.All(hosts, setting))
        {
            Registry.Shared.MapHost(mapped, replaces: false);
        }
    }
}
