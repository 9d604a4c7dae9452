namespace CrossTier.Samples.QuickStart.Servers;

/// <summary>Finds real servers in the environment, under the names that their own tools use.</summary>
static class RealServers
{
    const string OllamaPort = "11434";

    /// <summary>OpenAI if <c>OPENAI_API_KEY</c> is set; <c>OPENAI_BASE_URL</c> and <c>OPENAI_MODEL</c> say where and what.</summary>
    /// <exception cref="SetupException"><c>OPENAI_BASE_URL</c> is no address.</exception>
    public static InferenceServer? OpenAI() => Variable("OPENAI_API_KEY") is not { } key ? null : new(
        "openai",
        Address("OPENAI_BASE_URL", Variable("OPENAI_BASE_URL") ?? "https://api.openai.com/v1"),
        key,
        Variable("OPENAI_MODEL") ?? "gpt-4o-mini");

    /// <summary>Ollama if <c>OLLAMA_HOST</c> is set, as its own client reads it; <c>OLLAMA_MODEL</c> says what to ask.</summary>
    /// <exception cref="SetupException"><c>OLLAMA_HOST</c> is no address.</exception>
    public static InferenceServer? Ollama()
    {
        if (Variable("OLLAMA_HOST") is not { } host)
        {
            return null;
        }

        var text = host.Contains("://", StringComparison.Ordinal) ? host
            : host.Contains(':', StringComparison.Ordinal) ? $"http://{host}"
            : $"http://{host}:{OllamaPort}";
        var address = Address("OLLAMA_HOST", text.Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal));
        return new("ollama", new Uri(address, "/v1"), "none", Variable("OLLAMA_MODEL") ?? "llama3.2");
    }

    static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    static Uri Address(string variable, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")
            ? address
            : throw new SetupException($"{variable} is '{text}', which is no http address: correct it, or unset it to call a simulated server.");
}
