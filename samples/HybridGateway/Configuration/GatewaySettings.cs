namespace CrossTier.Samples.HybridGateway.Configuration;

/// <summary>The section <c>Gateway</c> of appsettings.json and of the environment (<c>Gateway__Local__BaseUrl</c>).</summary>
sealed record GatewaySettings
{
    /// <summary>Where the gateway listens, over plain HTTP.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:8080";

    /// <summary>What clients must send as bearer token; needed on any address but loopback, since the gateway spends the money of the cloud's key.</summary>
    public string? Token { get; init; }

    /// <summary>The largest request that is read.</summary>
    public long MaxBodyBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The largest reply, or stream, that is taken from an upstream.</summary>
    public long MaxReplyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long a client may take to read the next bytes of a reply before it is dropped.</summary>
    public TimeSpan ClientTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where a reverse proxy serves the gateway, such as <c>https://ai.example.com</c>; left out without one.</summary>
    public string? PublicUrl { get; init; }

    public UpstreamSettings Local { get; init; } = new();

    public UpstreamSettings Cloud { get; init; } = new();

    /// <summary>The models that clients may ask for.</summary>
    public Dictionary<string, ModelSettings> Models { get; init; } = [];
}
