using System.ClientModel;
using CrossTier.Samples.SimulatedProviders;
using OpenAI;

namespace CrossTier.Samples.SemanticKernelChat;

/// <summary>The OpenAI SDK, pointed at the server of this program.</summary>
static class OpenAIClients
{
    public static OpenAIClient Of(SimulatedProvider provider) =>
        new(new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = provider.OpenAIAddress });
}
