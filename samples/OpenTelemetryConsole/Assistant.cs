using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace CrossTier.Samples.OpenTelemetryConsole;

/// <summary>An application that asks a model in the cloud and one on the desk; here both are one simulated server.</summary>
sealed class Assistant(Uri server)
{
    readonly IChatClient _client = new ChatClient(
        "gpt-4o",
        new ApiKeyCredential("none"),
        new OpenAIClientOptions { Endpoint = server, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) }).AsIChatClient();

    public async Task RunAsync()
    {
        for (var i = 0; i < 5; i++)
        {
            await AskAsync("What is the capital of Iceland?");
            await WriteAsync("a haiku about queues");
        }

        try
        {
            await AskAsync("Fail.", new ChatOptions { ModelId = "gpt-4o@429" }); // The simulated server obeys.
        }
        catch (ClientResultException busy)
        {
            Console.WriteLine($"# the server is busy: {busy.Status}");
        }
    }

    [AiCall("openai", "gpt-4o")]
    Task<ChatResponse> AskAsync(string question, ChatOptions? options = null) => _client.GetResponseAsync(question, options);

    [AiCall("ollama", "llama3.2", Instance = "gpu-1")]
    async Task WriteAsync(string what)
    {
        await foreach (var _ in _client.GetStreamingResponseAsync("Write " + what, new ChatOptions { ModelId = "llama3.2" }))
        {
        }
    }
}
