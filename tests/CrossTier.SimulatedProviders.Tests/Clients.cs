using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using CrossTier.Samples.SimulatedProviders;
using OllamaSharp;
using OpenAI;
using OpenAI.Chat;

namespace CrossTier.SimulatedProviders.Tests;

/// <summary>Real SDK clients that talk to a simulated provider and never retry unless told to.</summary>
static class Clients
{
    public static OpenAIClient OpenAI(SimulatedProvider provider, int retries = 0) => new(
        new ApiKeyCredential("none"),
        new OpenAIClientOptions { Endpoint = provider.OpenAIAddress, RetryPolicy = new ClientRetryPolicy(retries) });

    public static ChatClient Chat(SimulatedProvider provider, string model = "gpt-4o", int retries = 0) => OpenAI(provider, retries).GetChatClient(model);

    public static OllamaApiClient Ollama(SimulatedProvider provider, string model = "llama3.2") => new(provider.BaseAddress, model);

    public static AnthropicClient Anthropic(SimulatedProvider provider) => new() { ApiKey = "none", BaseUrl = provider.BaseAddress.ToString(), MaxRetries = 0 };
}
