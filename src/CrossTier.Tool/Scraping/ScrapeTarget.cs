namespace CrossTier.Tool.Scraping;

/// <summary>Something to scrape.</summary>
/// <param name="Job">The <c>job</c> label.</param>
/// <param name="Address">host:port.</param>
/// <param name="Path">Where its metrics stand.</param>
sealed record ScrapeTarget(string Job, string Address, string Path)
{
    /// <summary>Kinds of servers and exporters: where their metrics stand unless a path is given.</summary>
    static readonly Dictionary<string, (int Port, string Path)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["vllm"] = (8000, "/metrics"),
        ["nim"] = (8000, "/v1/metrics"),
        ["sglang"] = (30000, "/metrics"),
        ["tgi"] = (8080, "/metrics"),
        ["llama.cpp"] = (8080, "/metrics"),
        ["triton"] = (8002, "/metrics"),
        ["localai"] = (8080, "/metrics"),
        ["dcgm"] = (9400, "/metrics"),
        ["nvidia-smi"] = (9835, "/metrics"),
        ["rocm"] = (5000, "/metrics"),
    };

    static readonly string[] Silent = ["ollama", "lmstudio", "lm-studio"];

    /// <summary>An application: <c>job=host:port</c> or <c>job=host:port/path</c>.</summary>
    public static ScrapeTarget App(string text)
    {
        if (text.Split('=', 2) is not [{ Length: > 0 } job, var address])
        {
            throw new InputException($"--app {text}: say job=host:port, such as shop=localhost:9464.");
        }

        var slash = address.IndexOf('/');
        var (host, path) = slash < 0 ? (address, "/metrics") : (address[..slash], address[slash..]);
        return new ScrapeTarget(job, HostAndPort(host, null, "--app " + text), path);
    }

    /// <summary>An inference server or GPU exporter: <c>kind=host</c> or <c>kind=host:port</c>.</summary>
    public static ScrapeTarget Server(string text)
    {
        if (text.Split('=', 2) is not [var kind, var address])
        {
            throw new InputException($"--server {text}: say kind=host:port; kinds are {string.Join(", ", Kinds.Keys)}.");
        }

        if (Silent.Contains(kind, StringComparer.OrdinalIgnoreCase))
        {
            throw new InputException($"--server {text}: {kind} exposes no metrics; its queue is what the application itself publishes, so leave it out.");
        }

        return Kinds.TryGetValue(kind, out var standard)
            ? new ScrapeTarget(kind.ToLowerInvariant(), HostAndPort(address, standard.Port, "--server " + text), standard.Path)
            : throw new InputException($"--server {text}: '{kind}' is not known; kinds are {string.Join(", ", Kinds.Keys)}.");
    }

    public static string HostAndPort(string text, int? standard, string option)
    {
        var parts = text.Split(':');
        return parts switch
        {
            [{ Length: > 0 }, var port] when ushort.TryParse(port, out var number) && number > 0 => text,
            [{ Length: > 0 }] when standard is not null => $"{text}:{standard}",
            _ => throw new InputException($"{option}: '{text}' is not host:port with a port from 1 to 65535."),
        };
    }
}
