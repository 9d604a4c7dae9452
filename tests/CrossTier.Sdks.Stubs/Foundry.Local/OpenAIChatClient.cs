using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;
using Betalgo.Ranul.OpenAI.ObjectModels.ResponseModels;
using CrossTier.Sdks.Stubs;

namespace Microsoft.AI.Foundry.Local;

// As in https://github.com/microsoft/Foundry-Local (sdk_v2/cs/src/OpenAI/ChatClient.cs): requests and replies are Betalgo's types.
public class OpenAIChatClient(string modelId, params IEnumerable<object> answers)
{
    readonly string _modelId = modelId;
    readonly Queue<object> _answers = new(answers);

    public override string ToString() => _modelId;

    public Task<ChatCompletionCreateResponse> CompleteChatAsync(IEnumerable<ChatMessage> messages, CancellationToken? ct = null) =>
        CompleteChatAsync(messages, null, ct);

    public Task<ChatCompletionCreateResponse> CompleteChatAsync(
        IEnumerable<ChatMessage> messages,
        IEnumerable<ToolDefinition>? tools,
        CancellationToken? ct = null) => Scripted.ReplyAsync<ChatCompletionCreateResponse>(_answers, ct ?? default);

    public IAsyncEnumerable<ChatCompletionCreateResponse> CompleteChatStreamingAsync(IEnumerable<ChatMessage> messages, CancellationToken ct) =>
        CompleteChatStreamingAsync(messages, null, ct);

    public IAsyncEnumerable<ChatCompletionCreateResponse> CompleteChatStreamingAsync(
        IEnumerable<ChatMessage> messages,
        IEnumerable<ToolDefinition>? tools,
        CancellationToken ct) => Scripted.StreamAsync<ChatCompletionCreateResponse>(_answers, ct);
}
