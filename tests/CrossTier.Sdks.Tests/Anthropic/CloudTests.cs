using System.Net;
using System.Text;
using Anthropic;
using Anthropic.Aws;
using Anthropic.Bedrock;
using Anthropic.Core;
using Anthropic.Foundry;
using Anthropic.GoogleCloud;
using Anthropic.Models.Messages;
using Anthropic.Vertex;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Anthropic;

/// <summary>Clients of other clouds are Anthropic's with another way to send: the same rows, the provider of the cloud.</summary>
public sealed class CloudTests
{
    public static TheoryData<string, string> Clouds => new()
    {
        { "Anthropic.Aws", "anthropic" }, { "Anthropic.Bedrock", "bedrock" }, { "Anthropic.Bedrock.Mantle", "bedrock" }, { "Anthropic.Foundry", "azure" },
        { "Anthropic.GoogleCloud", "google" }, { "Anthropic.Vertex", "google" },
    };

    [Theory]
    [MemberData(nameof(Clouds))]
    [AiCall]
    public async Task Messages_of_other_clouds_are_measured_under_their_provider(string package, string provider)
    {
        var model = "claude-of-" + package;
        using var cloud = new Cloud(model);
        using var http = new HttpClient(cloud);
        using var client = Client(package, new ClientOptions { HttpClient = http, MaxRetries = 0 });
        var message = await client.Messages.Create(new() { Model = model, MaxTokens = 10, Messages = [new UserMessageParam("hi")] });
        Assert.Equal(12, message.Usage.InputTokens);
        Assert.Single(cloud.Asked);
        new Sent(1, 12, 4).IsRecorded(provider, model);
    }

    static AnthropicClient Client(string package, ClientOptions options) => package switch
    {
        "Anthropic.Aws" =>
            new AnthropicAwsClient(new AwsClientOptions { ApiKey = "none", AwsRegion = "us-east-1", WorkspaceId = "w", ClientOptions = options }),
        "Anthropic.Bedrock" =>
            new AnthropicBedrockClient(new AnthropicBedrockApiTokenCredentials { BearerToken = "none", Region = "us-east-1" })
            {
                HttpClient = options.HttpClient,
            },
        "Anthropic.Bedrock.Mantle" =>
            new AnthropicBedrockMantleClient(new MantleAwsClientOptions { ApiKey = "none", AwsRegion = "us-east-1", ClientOptions = options }),
        "Anthropic.Foundry" => new AnthropicFoundryClient(new AnthropicFoundryApiKeyCredentials("none", "acme")) { HttpClient = options.HttpClient },
        "Anthropic.GoogleCloud" => new AnthropicGoogleCloudClient(new GoogleCloudClientOptions
        {
            Project = "p",
            Location = "us-east5",
            WorkspaceId = "w",
            TokenProvider = _ => Task.FromResult("none"),
            ClientOptions = options,
        }),
        _ => new AnthropicVertexClient(new VertexKey()) { HttpClient = options.HttpClient },
    };

    sealed class VertexKey : IAnthropicVertexCredentials
    {
        public string Region => "us-east5";

        public string Project => "p";

        public ValueTask ApplyAsync(HttpRequestMessage requestMessage) => default;
    }

    // Stands in for the clouds' hosts, whose addresses the clients make themselves.
    sealed class Cloud(string model) : HttpMessageHandler
    {
        public List<Uri> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!);
            var body = $$$"""{"id":"msg_1","type":"message","role":"assistant","model":"{{{model}}}","content":[{"type":"text","text":"hi"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":12,"output_tokens":4}}""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
                RequestMessage = request,
            });
        }
    }
}
