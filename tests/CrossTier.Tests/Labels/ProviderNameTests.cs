using CrossTier.Labels;

namespace CrossTier.Tests.Labels;

public class ProviderNameTests
{
    [Theory]
    [InlineData("openai", "https://api.openai.com/v1", null, "openai")]
    [InlineData("openai", null, null, "openai")]
    [InlineData(null, null, "openai", "openai")]
    [InlineData(null, null, null, "unknown")]
    [InlineData(" ", null, "anthropic", "anthropic")]
    [InlineData("azure.ai.openai", null, null, "azure")]
    [InlineData("aws.bedrock", null, null, "bedrock")]
    [InlineData("gcp.gemini", null, null, "google")]
    [InlineData(" MyServer ", null, null, "myserver")]
    [InlineData("ollama", "http://gpu-7:9999", null, "ollama")]
    [InlineData("openai", "https://api.groq.com/openai/v1", null, "groq")]
    [InlineData("openai", "http://localhost:11434/v1", null, "ollama")]
    [InlineData("openai", "https://acme.openai.azure.com", "openai", "azure")]
    public void The_endpoint_s_host_beats_the_client_s_name_which_beats_the_sdk(string? client, string? endpoint, string? sdk, string provider) =>
        Assert.Equal(provider, Of(client, endpoint, sdk));

    [Theory]
    [InlineData("http://localhost:8000/v1")]
    [InlineData("http://10.1.2.3/v1")]
    [InlineData("https://llm.acme.example/v1")]
    [InlineData("https://api.openai.com.evil.example")]
    [InlineData("https://my-api.openai.community")]
    public void Another_server_is_never_openai(string endpoint)
    {
        Assert.Equal("openai-compatible", Of("openai", endpoint, null));
        Assert.Equal("openai-compatible", Of("OpenAI", endpoint, null));
        Assert.Equal("openai-compatible", Of(null, endpoint, "openai"));
    }

    static string Of(string? client, string? endpoint, string? sdk) =>
        ProviderName.Of(client, isExplicit: false, endpoint is null ? null : new Uri(endpoint), sdk);
}
