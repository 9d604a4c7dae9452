using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>A model that annotated calls of the OpenAI SDK ask.</summary>
[AiCall]
sealed class SdkServerClient(Model model, Uri address) : IChatClient
{
    readonly OpenAI.Chat.ChatClient _chat = new(model.Name, new ApiKeyCredential("none"), new OpenAIClientOptions
    {
        Endpoint = address,
        RetryPolicy = new ClientRetryPolicy(0),
        Transport = new HttpClientPipelineTransport(new HttpClient(new WireHandler(model))),
    });

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var reply = (await _chat.CompleteChatAsync([Question], cancellationToken: cancellationToken)).Value;
        var message = new ChatMessage(ChatRole.Assistant, [Model.Content(messages, options)]);
        return new ChatResponse(message) { Usage = UsageOf(reply.Usage), ResponseId = reply.Id };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in _chat.CompleteChatStreamingAsync([Question], cancellationToken: cancellationToken))
        {
            AIContent content = update.Usage is { } usage ? new UsageContent(UsageOf(usage)) : Model.Content(messages, options);
            yield return new ChatResponseUpdate(ChatRole.Assistant, [content])
            {
                ResponseId = update.CompletionId,
                FinishReason = update.Usage is null ? null : ChatFinishReason.Stop,
            };
        }
    }

    static OpenAI.Chat.ChatMessage Question => OpenAI.Chat.ChatMessage.CreateUserMessage("one two");

    public object? GetService(Type serviceType, object? serviceKey = null) => Blocks.GetService(this, serviceType, serviceKey);

    public void Dispose()
    {
    }

    static UsageDetails UsageOf(OpenAI.Chat.ChatTokenUsage usage) =>
        new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount };
}
