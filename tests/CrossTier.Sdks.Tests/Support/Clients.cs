using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Azure;
using Azure.AI.Inference;
using Azure.Core;
using Azure.Core.Pipeline;
using OllamaSharp;
using OpenAI;

namespace CrossTier.Sdks.Tests.Support;

/// <summary>Real SDK clients that talk to a server of the test and never retry.</summary>
static class Clients
{
    public static readonly AzureKeyCredential AzureKey = new("none");

    public static OpenAIClient OpenAI(Uri endpoint) =>
        new(new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(0) });

    public static AzureAIInferenceClientOptions Azure => new() { RetryPolicy = new RetryPolicy(0, DelayStrategy.CreateFixedDelayStrategy(TimeSpan.Zero)) };

    public static AnthropicClient Anthropic(Uri endpoint) => new() { ApiKey = "none", BaseUrl = endpoint.ToString().TrimEnd('/'), MaxRetries = 0 };

    public static OllamaApiClient Ollama(Uri endpoint, string model) => new(endpoint, model);
}
