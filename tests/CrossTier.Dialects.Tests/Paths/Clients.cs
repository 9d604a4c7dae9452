using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Azure;
using Azure.AI.Inference;
using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Core.Pipeline;
using OllamaSharp;
using OpenAI;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>Clients of the real SDKs that ask once.</summary>
static class Clients
{
    public static OpenAIClient OpenAI(Uri server) =>
        new(new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = new Uri(server, "v1"), RetryPolicy = new ClientRetryPolicy(0) });

    public static AnthropicClient Anthropic(Uri server) => new() { ApiKey = "none", BaseUrl = server.ToString().TrimEnd('/'), MaxRetries = 0 };

    public static ChatCompletionsClient Azure(Uri server) => new(
        new Uri(server, "v1"),
        new AzureKeyCredential("none"),
        new AzureAIInferenceClientOptions { RetryPolicy = new RetryPolicy(0, DelayStrategy.CreateFixedDelayStrategy(TimeSpan.Zero)) });

    public static AzureOpenAIClient AzureOpenAI(Uri server) =>
        new(server, new ApiKeyCredential("none"), new AzureOpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(0) });

    public static OllamaApiClient Ollama(Uri server, string model) => new(server, model);
}
