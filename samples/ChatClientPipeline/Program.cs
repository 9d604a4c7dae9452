using System.ClientModel;
using CrossTier;
using CrossTier.Samples;
using CrossTier.Samples.ChatClientPipeline;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using OpenAI;
using Prometheus;

Metrics.SuppressDefaultMetrics(); // Only to keep the page short.
Metrics.DefaultRegistry.AddCrossTier();

// A server on this machine stands in for the provider: no key, no network. It asks for the tool once before it answers.
await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
var openai = new OpenAIClient(new ApiKeyCredential("none"), new OpenAIClientOptions { Endpoint = provider.OpenAIAddress });

// Below function invocation the middleware sees each round trip.
var client = openai.GetChatClient("gpt-4o").AsIChatClient().AsBuilder().UseFunctionInvocation().UseCrossTier().Build();
var embeddings = openai.GetEmbeddingClient("embed-small").AsIEmbeddingGenerator().AsBuilder().UseCrossTier().Build();
var assistant = new Assistant(client, embeddings);

Console.WriteLine($"answer: {await assistant.AnswerAsync("Is it time for lunch?")}");
Console.WriteLine($"indexed: {await assistant.IndexAsync(["a text", "another text"])}");

Console.Write("streamed:");
await foreach (var update in assistant.Tell("Say something while we wait."))
{
    Console.Write(update.Text);
    if (update.Text.Contains("provider", StringComparison.Ordinal))
    {
        break; // A reader that stops early: the request is cancelled, not a success.
    }
}

Console.WriteLine("\n");
await Report.PrintAsync();
var seen = await provider.SettledAsync();
Console.WriteLine($"\nThe server saw {seen.Requests} requests.");
