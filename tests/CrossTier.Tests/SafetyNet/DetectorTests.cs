using CrossTier.Exposition;
using CrossTier.SafetyNet;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.SafetyNet;

/// <summary>Which requests that leave are counted as unmeasured, with nothing ambient.</summary>
public sealed class DetectorTests
{
    const string OpenAI = "https://api.openai.com/v1/chat/completions";
    const string Anthropic = "https://api.anthropic.com/v1/messages";

    readonly Measured _measured = new();
    readonly UnmeasuredRequestDetector _detector;

    public DetectorTests() => _detector = new UnmeasuredRequestDetector(_measured.Registry);

    [Theory]
    [InlineData(OpenAI, "openai api.openai.com unmeasured")]
    [InlineData("https://eu.anthropic.com:8443/v1/messages?beta=true", "anthropic eu.anthropic.com:8443 unmeasured")]
    [InlineData("https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse-stream", "bedrock bedrock-runtime.us-east-1.amazonaws.com unmeasured")]
    [InlineData("http://localhost:11434/api/chat", "ollama localhost:11434 unmeasured")]
    public void A_request_to_a_host_of_a_provider_counts(string address, string counted)
    {
        Leaves(address);
        Assert.Equal(counted, Assert.Single(Counted));
    }

    [Theory]
    [InlineData("https://api.anthropic.com/v1/oauth/token")]
    [InlineData("https://login.microsoftonline.com/t/oauth2/v2.0/token")]
    [InlineData("https://api.anthropic.com/v1/messages/count_tokens")]
    [InlineData("https://api.openai.com/v1/files")]
    [InlineData("https://api.openai.com/v1/models")]
    [InlineData("https://api.openai.com/v1/vector_stores")]
    [InlineData("https://shop.example/api/chat")]
    [InlineData("https://shop.example/v1/chat/completions")]
    [InlineData("https://api.openai.com.shop.example/v1/chat/completions")]
    public void What_is_no_inference_or_goes_elsewhere_does_not_count(string address)
    {
        Leaves(address);
        Assert.Empty(Counted);
    }

    [Fact]
    public void Only_a_post_counts()
    {
        _detector.Leaves(new HttpRequestMessage(HttpMethod.Get, OpenAI), isExact: false);
        _detector.Leaves(new HttpRequestMessage(HttpMethod.Delete, OpenAI), isExact: false);
        Assert.Empty(Counted);
    }

    [Fact]
    public void A_mapped_host_counts_for_its_provider()
    {
        new CrossTierOptions(_measured.Registry).MapHost("net.shop.example", "acme");
        Leaves("https://net.shop.example/api/chat");
        Assert.Equal("acme net.shop.example unmeasured", Assert.Single(Counted));
    }

    [Fact]
    public void The_host_of_a_measured_client_does_not_count_and_other_hosts_do()
    {
        Ask(new Client("openai", endpoint: "https://api.openai.com/v1"), model: null);
        Leaves(OpenAI);
        Leaves("https://API.openai.com/v1/embeddings");
        Assert.Empty(Counted);

        Leaves(Anthropic);
        Leaves("https://api.openai.com:8443/v1/chat/completions");
        Assert.Equal(["anthropic api.anthropic.com unmeasured", "openai api.openai.com:8443 unmeasured"], Counted.Order());
    }

    [Fact]
    public void A_measured_client_without_an_endpoint_accounts_for_requests_while_it_is_asked()
    {
        var request = _measured.Site("acme", null).Start("m", default);
        Leaves(OpenAI);
        Assert.Empty(Counted);

        request.Succeeded();
        Leaves(OpenAI);
        Assert.Single(Counted);
    }

    [Fact]
    public void A_second_client_of_a_call_with_explicit_labels_accounts_for_its_requests()
    {
        var site = _measured.Site("openai", "gpt-4o");
        site.Start<Client, ClientReader>(new Client(endpoint: "https://first.example/v1"), null, default).Succeeded();
        var request = site.Start<Client, ClientReader>(new Client(endpoint: "https://api.openai.com/v1"), null, default);
        Leaves(OpenAI);
        request.Succeeded();
        Assert.Empty(Counted);
    }

    [Fact]
    public void A_handler_that_rewrites_the_address_of_a_measured_client_is_no_alarm()
    {
        var client = new Client("acme", endpoint: "https://never-asked.example/v1");
        var request = _measured.Site(null, null).Start<Client, ClientReader>(client, "m", default);
        Leaves(OpenAI);
        Assert.Empty(Counted);

        Leaves("https://never-asked.example/v1/chat/completions");
        Leaves(OpenAI);
        request.Succeeded();
        Assert.Single(Counted);
    }

    [Fact]
    public void A_measured_message_that_is_redirected_to_another_host_is_no_alarm()
    {
        Ask(new Client("openai", endpoint: "https://api.openai.com/v1"), model: null);
        var message = new HttpRequestMessage(HttpMethod.Post, OpenAI);
        _detector.Leaves(message, isExact: false);
        message.RequestUri = new Uri(Anthropic);
        _detector.Leaves(message, isExact: false);
        Assert.Empty(Counted);

        _detector.Leaves(new HttpRequestMessage(HttpMethod.Post, Anthropic), isExact: false);
        Assert.Single(Counted);
    }

    [Fact]
    public void Further_hosts_are_one()
    {
        for (var i = 0; i < 60; i++)
        {
            Leaves($"https://h{i}.openai.azure.com/openai/deployments/d/chat/completions");
        }

        Assert.Equal(51, Counted.Length);
        Assert.Equal(10, _measured.Value(MetricDefinitions.UnmeasuredRequests, "azure", "other", "unmeasured"));
    }

    [Fact]
    public void Requests_that_can_be_those_of_ignored_or_baselined_calls_have_their_state()
    {
        _measured.Registry.UnmeasuredSites.Add("openai", isBaselined: false);
        _measured.Registry.UnmeasuredSites.Add("anthropic", isBaselined: true);
        _measured.Registry.UnmeasuredSites.Add("anthropic", isBaselined: false);
        Leaves(OpenAI);
        Leaves(Anthropic);
        Leaves("https://api.groq.com/openai/v1/chat/completions");
        Assert.Equal(
            ["anthropic api.anthropic.com baselined", "groq api.groq.com unmeasured", "openai api.openai.com excused"],
            Counted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_ignored_call_that_any_provider_may_answer_explains_requests_to_all()
    {
        _measured.Registry.UnmeasuredSites.Add(null, isBaselined: false);
        Leaves(OpenAI);
        Assert.Equal("openai api.openai.com excused", Assert.Single(Counted));
    }

    string[] Counted => [.. _measured.Points(MetricDefinitions.UnmeasuredRequests).Select(point => string.Join(' ', point.Labels))];

    void Leaves(string address) => _detector.Leaves(new HttpRequestMessage(HttpMethod.Post, address), isExact: false);

    void Ask(Client client, string? model) => _measured.Site(null, null).Start<Client, ClientReader>(client, model, default).Succeeded();
}
