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
    public bool ServeOutsideDevelopment { get; set; }

    /// <summary>
    /// Whether a request that arrives at a loopback address may name any host. Default false: it must name <c>localhost</c> or a loopback
    /// address, so that a web site whose name is made to point at this machine cannot read the page. Set it where a reverse proxy on
    /// this machine hands on the host that it was asked for.
    /// </summary>
    public bool AllowAnyHost { get; set; }
}
