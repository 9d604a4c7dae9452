using CrossTier.Labels;

namespace CrossTier.Tests.Labels;

public class EndpointReaderTests
{
    [Theory]
    [InlineData("https://api.openai.com/v1", "openai")]
    [InlineData("https://API.OpenAI.com", "openai")]
    [InlineData("https://eu.api.openai.com/v1", "openai")]
    [InlineData("https://acme.openai.azure.com/openai/deployments/x", "azure")]
    [InlineData("https://acme.services.ai.azure.com/models", "azure")]
    [InlineData("https://models.inference.ai.azure.com", "github")]
    [InlineData("https://acme.inference.ai.azure.com", "azure")]
    [InlineData("https://models.github.ai/inference", "github")]
    [InlineData("https://api.anthropic.com", "anthropic")]
    [InlineData("https://generativelanguage.googleapis.com/v1beta/openai/", "google")]
    [InlineData("https://bedrock-runtime.us-east-1.amazonaws.com", "bedrock")]
    [InlineData("https://api.mistral.ai/v1", "mistral")]
    [InlineData("https://api.x.ai/v1", "xai")]
    [InlineData("https://openrouter.ai/api/v1", "openrouter")]
    [InlineData("http://localhost:11434/v1", "ollama")]
    [InlineData("http://gpu-node-7:11434", "ollama")]
    [InlineData("http://127.0.0.1:1234/v1", "lmstudio")]
    [InlineData("https://api.openai.com.evil.example", null)]
    [InlineData("https://notapi.openai.com.example", null)]
    [InlineData("https://fax.ai", null)]
    [InlineData("https://api.openai.comx", null)]
    [InlineData("http://localhost:8000", null)]
    [InlineData("/v1", null)]
    public void The_host_or_a_telling_port_names_the_provider(string endpoint, string? provider) =>
        Assert.Equal(provider, EndpointReader.ProviderOf(new Uri(endpoint, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://my.localhost:5000")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.8.9.1")]
    [InlineData("http://0.0.0.0:8000")]
    [InlineData("http://[::1]:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://[::ffff:10.0.0.1]")]
    [InlineData("http://[fe80::1]")]
    [InlineData("http://[fd00::12]")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://10.255.255.255")]
    [InlineData("http://172.16.0.1")]
    [InlineData("http://172.31.255.255")]
    [InlineData("http://192.168.1.4:8000")]
    [InlineData("http://169.254.1.1")]
    [InlineData("http://100.64.0.1")]
    [InlineData("http://100.127.255.255")]
    [InlineData("http://gpu-node-7:8000")]
    [InlineData("http://gpu.local")]
    [InlineData("http://vllm.prod.svc.cluster.local")]
    [InlineData("http://host.docker.internal:8000")]
    [InlineData("http://box.LAN")]
    public void These_are_private(string endpoint) => Assert.True(EndpointReader.IsPrivate(new Uri(endpoint)));

    [Theory]
    [InlineData("https://api.openai.com")]
    [InlineData("http://9.255.255.255")]
    [InlineData("http://11.0.0.1")]
    [InlineData("http://172.15.255.255")]
    [InlineData("http://172.32.0.1")]
    [InlineData("http://192.167.0.1")]
    [InlineData("http://100.63.255.255")]
    [InlineData("http://100.128.0.1")]
    [InlineData("http://8.8.8.8:11434")]
    [InlineData("http://[2001:4860:4860::8888]")]
    [InlineData("http://localhost.example.com")]
    [InlineData("/v1")]
    public void These_are_not_private(string endpoint) => Assert.False(EndpointReader.IsPrivate(new Uri(endpoint, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData("http://gpu-node-7:8000/v1", "gpu-node-7:8000")]
    [InlineData("http://LOCALHOST:11434", "localhost:11434")]
    [InlineData("https://gpu.example.com/x?key=secret", "gpu.example.com:443")]
    [InlineData("http://user:secret@gpu:81", "gpu:81")]
    [InlineData("http://[::1]:8080", "[::1]:8080")]
    [InlineData("/v1", null)]
    public void The_instance_is_host_and_port_and_nothing_secret(string endpoint, string? instance) =>
        Assert.Equal(instance, EndpointReader.InstanceOf(new Uri(endpoint, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void No_endpoint_has_no_instance() => Assert.Null(EndpointReader.InstanceOf(null));
}
