using CrossTier;
using CrossTier.Samples;
using CrossTier.Samples.SemanticKernelChat;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Prometheus;

Metrics.SuppressDefaultMetrics(); // Only to keep the page short.
Metrics.DefaultRegistry.AddCrossTier();

// A server on this machine stands in for the provider: no key, no network. It asks for the tool twice before it answers.
await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });

var builder = Kernel.CreateBuilder();
builder.AddCrossTier();
builder.AddOpenAIChatCompletion("gpt-4o", OpenAIClients.Of(provider));
builder.Plugins.AddFromType<ClockPlugin>("clock");
var kernel = builder.Build();

var settings = new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };
var lunch = KernelFunctionFactory.CreateFromPrompt("Is it time for lunch?", settings, "lunch");

Console.WriteLine($"lunch: {await kernel.InvokeAsync(lunch)}");

Console.Write("streamed:");
await foreach (var word in kernel.InvokePromptStreamingAsync<string>("Say something while we wait."))
{
    Console.Write($" [{word.Trim()}]");
}

Console.WriteLine("\n");
await Report.PrintAsync();
var seen = await provider.SettledAsync();
Console.WriteLine($"\nThe server saw {seen.Requests} requests, {seen.Tokens("gpt-4o").Input} input and {seen.Tokens("gpt-4o").Output} output tokens.");
