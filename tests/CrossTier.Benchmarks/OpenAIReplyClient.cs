using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace CrossTier.Benchmarks;

/// <summary>A client whose reply is there at once and holds the OpenAI SDK's own, as that SDK's client of Microsoft.Extensions.AI hands it out.</summary>
sealed class OpenAIReplyClient : IChatClient
{
    const string Json = """
        {
          "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "gpt-5", "service_tier": "default",
          "choices": [{ "index": 0, "message": { "role": "assistant", "content": "Hello! How can I assist you today?" }, "finish_reason": "stop" }],
          "usage": {
            "prompt_tokens": 19, "completion_tokens": 10, "total_tokens": 29,
            "prompt_tokens_details": { "cached_tokens": 8, "audio_tokens": 0 },
            "completion_tokens_details": { "reasoning_tokens": 4, "audio_tokens": 0 }
          }
        }
        """;

    readonly Task<ChatResponse> _reply;

    public OpenAIReplyClient()
    {
        Completion = ModelReaderWriter.Read<ChatCompletion>(BinaryData.FromString(Json))!;
        _reply = Task.FromResult(Completion.AsChatResponse());
    }

    public ChatCompletion Completion { get; }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => _reply;

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
