using OllamaSharp;
using OllamaSharp.Models;
using OllamaSharp.Models.Chat;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>OllamaSharp, measured at the call.</summary>
[AiCall]
static class OllamaCalls
{
    public static async Task ChatAsync(Uri server, string model, bool isStream)
    {
        var request = new ChatRequest { Model = model, Stream = isStream, Messages = [new Message(ChatRole.User, "one")] };
        await foreach (var _ in Clients.Ollama(server, model).ChatAsync(request))
        {
        }
    }

    /// <summary>By the SDK's own helper, which stops at the last line.</summary>
    public static Task ToEndAsync(Uri server, string model, bool isStream)
    {
        var request = new ChatRequest { Model = model, Stream = isStream, Messages = [new Message(ChatRole.User, "one")] };
        return Clients.Ollama(server, model).ChatAsync(request).StreamToEndAsync();
    }

    public static async Task GenerateAsync(Uri server, string model, bool isStream)
    {
        await foreach (var _ in Clients.Ollama(server, model).GenerateAsync(new GenerateRequest { Model = model, Stream = isStream, Prompt = "one" }))
        {
        }
    }
}
