namespace CrossTier.Conventions;

/// <summary>Values of attributes of the GenAI conventions.</summary>
static class GenAIValues
{
    /// <summary>A value of our own of <c>error.type</c>: the caller's token fired, or the caller stopped reading.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>An error that has no better name.</summary>
    const string OtherError = "_OTHER";

    /// <summary>The <c>error.type</c> of an <c>error</c> label.</summary>
    public static string ErrorOf(string error) => error == "other" ? OtherError : error;

    /// <summary>The conventions' name of a <c>provider</c> label, which may depend on the server; what they do not name keeps its own.</summary>
    /// <param name="provider">The label.</param>
    /// <param name="server">The server's name; null if it is not known.</param>
    public static string ProviderOf(string provider, string? server) => provider switch
    {
        "azure" => IsBelow(server, "services.ai.azure.com") || IsBelow(server, "inference.ai.azure.com") ? "azure.ai.inference" : "azure.ai.openai",
        "bedrock" => "aws.bedrock",
        "google" => IsBelow(server, "generativelanguage.googleapis.com") ? "gcp.gemini"
            : server?.EndsWith("aiplatform.googleapis.com", StringComparison.OrdinalIgnoreCase) == true ? "gcp.vertex_ai"
            : "gcp.gen_ai",
        "mistral" => "mistral_ai",
        "moonshot" => "moonshot_ai",
        "watsonx" => "ibm.watsonx.ai",
        "xai" => "x_ai",
        _ => provider,
    };

    static bool IsBelow(string? server, string domain) =>
        server is not null && server.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
        && (server.Length == domain.Length || server[^(domain.Length + 1)] == '.');
}
