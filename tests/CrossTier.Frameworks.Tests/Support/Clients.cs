using System.ClientModel;
using System.ClientModel.Primitives;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using OpenAI;

namespace CrossTier.Frameworks.Tests.Support;

/// <summary>The real OpenAI SDK, talking to the simulated provider.</summary>
static class Clients
{
    public const string Model = "gpt-4o";

    public static OpenAIClient OpenAI(SimulatedProvider provider, int retries = 0) => new(
        new ApiKeyCredential("none"),
        new OpenAIClientOptions
        {
            Endpoint = provider.OpenAIAddress,
            RetryPolicy = new ClientRetryPolicy(retries),
            Transport = new HttpClientPipelineTransport(Http),
        });

    // A stream that is left is not read to its end behind the scenes, so that the server sees it.
    static readonly HttpClient Http = new(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero });

    public static IChatClient Chat(SimulatedProvider provider, string model = Model, int retries = 0) =>
        OpenAI(provider, retries).GetChatClient(model).AsIChatClient();
}
