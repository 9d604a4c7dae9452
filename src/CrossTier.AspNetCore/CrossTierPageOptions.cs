using CrossTier.CompilerServices;

namespace CrossTier;

/// <summary>What an application may set where it adds the live page.</summary>
public sealed class CrossTierPageOptions
{
    internal CrossTierPageOptions()
    {
    }

    /// <summary>
    /// Whether everybody who reaches the application sees the page in every environment. Default false: outside Development it then needs an
    /// authorization policy, <c>app.MapCrossTier().RequireAuthorization("operators")</c>. The page shows providers, models, traffic and cost.
    /// </summary>
    public bool ServeOutsideDevelopment { get; set; } = EnvironmentSettings.Flag("CROSSTIER_PAGE_OUTSIDE_DEVELOPMENT", standard: false);

    /// <summary>
    /// Names under which the page may be asked for, beside loopback ones, the machine's own and those that the server was told to listen on: the
    /// name behind which a reverse proxy serves it. Any other is refused, so that a web site whose name is made to point here cannot read the page.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [.. EnvironmentSettings.List("CROSSTIER_PAGE_HOSTS")];

    /// <summary>Whether the page may be asked for under any name. Default false.</summary>
    public bool AllowAnyHost { get; set; } = EnvironmentSettings.Flag("CROSSTIER_PAGE_ANY_HOST", standard: false);
}
