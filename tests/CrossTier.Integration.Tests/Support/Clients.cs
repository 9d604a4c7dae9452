using System.ClientModel;
using System.ClientModel.Primitives;
using CrossTier.Samples.SimulatedProviders;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace CrossTier.Integration.Tests.Support;

/// <summary>Real SDK clients that talk to a simulated provider and never retry.</summary>
static class Clients
{
    public static ChatClient Chat(SimulatedProvider provider, string model, TimeSpan? timeout = null) =>
        OpenAI(provider.OpenAIAddress, timeout).GetChatClient(model);

    public static EmbeddingClient Embeddings(SimulatedProvider provider, string model) => OpenAI(provider.OpenAIAddress, null).GetEmbeddingClient(model);

    public static OpenAIClient OpenAI(Uri endpoint, TimeSpan? timeout) => new(
        new ApiKeyCredential("none"),
        new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = timeout });
}
