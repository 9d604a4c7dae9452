namespace CrossTier.Samples.HybridGateway.Configuration;

/// <summary>Reads the settings; what cannot be is refused before anything starts, in one line.</summary>
static class SettingsReader
{
    const string Section = "Gateway";

    /// <exception cref="SetupException">A setting is misspelt, missing or cannot be.</exception>
    public static GatewaySettings Read(IConfiguration configuration)
    {
        try
        {
            return Check(configuration.GetSection(Section).Get<GatewaySettings>(options => options.ErrorOnUnknownConfiguration = true) ?? new());
        }
        catch (InvalidOperationException misfit)
        {
            throw new SetupException($"Configuration of {Section}: {misfit.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <exception cref="SetupException">A setting cannot be.</exception>
    public static GatewaySettings Check(GatewaySettings settings)
    {
        var address = ListenAddress.Parse(settings.Listen);
        Demand(settings.Token is null || !string.IsNullOrWhiteSpace(settings.Token), "Gateway:Token is blank: say a token, or leave it out on loopback.");
        Demand(
            address.IsLoopback || settings.Token is not null,
            $"Gateway:Listen is {settings.Listen}, which others can reach: set Gateway:Token (Gateway__Token in the environment), or listen "
            + "on http://127.0.0.1.");
        Demand(
            settings.PublicUrl is null || WebAddress.IsPlain(settings.PublicUrl),
            $"Gateway:PublicUrl is '{WebAddress.Masked(settings.PublicUrl)}': say the address of the reverse proxy such as https://ai.example.com.");
        Demand(
            settings.PublicUrl is null || settings.Token is not null,
            "Gateway:PublicUrl is set, so others reach the gateway: set Gateway:Token (Gateway__Token in the environment).");
        Demand(settings.MaxBodyBytes > 0, "Gateway:MaxBodyBytes must be more than 0.");
        Demand(settings.MaxReplyBytes is > 0 and <= int.MaxValue, "Gateway:MaxReplyBytes must be more than 0 and at most 2147483647.");
        Demand(
            settings.ClientTimeout > TimeSpan.Zero && settings.ClientTimeout <= TimeSpan.FromHours(1),
            $"Gateway:ClientTimeout is {settings.ClientTimeout}: say more than nothing and at most an hour.");
        Check("Local", settings.Local);
        Check("Cloud", settings.Cloud);
        Demand(
            !string.Equals(settings.Local.Provider, settings.Cloud.Provider, StringComparison.OrdinalIgnoreCase),
            $"Gateway:Local and Gateway:Cloud are both '{settings.Local.Provider}': a provider has one tier, give each its own name.");
        Demand(settings.Models.Count > 0, "Gateway:Models names no model: say what clients may ask for, such as Gateway:Models:assistant:Local = llama3.2.");
        foreach (var (name, model) in settings.Models)
        {
            Demand(
                !string.IsNullOrWhiteSpace(model.Local ?? model.Cloud) && model is not ({ Local.Length: 0 } or { Cloud.Length: 0 }),
                $"Gateway:Models:{name} names no model: say Local, Cloud or both.");
            CheckName($"Gateway:Models:{name}:Local", model.Local);
            CheckName($"Gateway:Models:{name}:Cloud", model.Cloud);
        }

        return settings;
    }

    static void Check(string tier, UpstreamSettings upstream)
    {
        Demand(!string.IsNullOrWhiteSpace(upstream.Provider), $"Gateway:{tier}:Provider is missing: say who answers, such as ollama or openai.");
        CheckName($"Gateway:{tier}:Provider", upstream.Provider);
        Demand(
            upstream.BaseUrl is null || WebAddress.IsPlain(upstream.BaseUrl),
            $"Gateway:{tier}:BaseUrl is '{WebAddress.Masked(upstream.BaseUrl)}': say an http address such as http://127.0.0.1:11434/v1, without query or "
            + "fragment, or leave it out to simulate.");
        Demand(
            upstream.Timeout > TimeSpan.Zero && upstream.Timeout <= TimeSpan.FromHours(1),
            $"Gateway:{tier}:Timeout is {upstream.Timeout}: say more than nothing and at most an hour.");
        Demand(upstream.Concurrency >= 0 && upstream.QueueLimit >= 0, $"Gateway:{tier}:Concurrency and QueueLimit cannot be negative.");
        var simulation = upstream.Simulation;
        Demand(
            simulation.ErrorRate is >= 0 and <= 1
                && simulation.Latency >= TimeSpan.Zero
                && simulation.ChunkDelay >= TimeSpan.Zero
                && simulation.Places >= 0
                && simulation.Words > 0,
            $"Gateway:{tier}:Simulation: ErrorRate lies between 0 and 1, and nothing in it is negative.");
    }

    // It goes into a header of each reply.
    static void CheckName(string setting, string? name) => Demand(
        name is null || (name.All(letter => letter is >= ' ' and <= '~') && name == name.Trim()),
        $"{setting} cannot be a header: say it in printable ASCII, without a space at either end.");

    static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new SetupException(otherwise);
        }
    }
}
