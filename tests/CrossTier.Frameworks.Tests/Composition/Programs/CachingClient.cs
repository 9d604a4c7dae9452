using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>An application's cache that knows the answer to the first question it is asked, and says so.</summary>
/// <param name="inner">Who is asked the questions after that.</param>
/// <param name="usage">What the answer cost when it was made.</param>
[AiCall]
sealed class CachingClient(IChatClient inner, UsageDetails usage) : DelegatingChatClient(inner), IAiCache
{
    readonly ConditionalWeakTable<object, object> _cached = [];
    readonly string _id = Guid.NewGuid().ToString("N");
    bool _hasAnswered;

    public bool IsCached(object reply) => _cached.TryGetValue(reply, out _);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (_hasAnswered)
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }

        _hasAnswered = true;
        return Known(new ChatResponse(new ChatMessage(ChatRole.Assistant, "yes")) { Usage = usage, ResponseId = _id });
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (!_hasAnswered)
        {
            _hasAnswered = true;
            yield return Known(new ChatResponseUpdate(ChatRole.Assistant, "yes") { ResponseId = _id });
            var end = new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(usage)]) { ResponseId = _id, FinishReason = ChatFinishReason.Stop };
            yield return Known(end);
            yield break;
        }

        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            yield return update;
        }
    }

    TReply Known<TReply>(TReply reply)
        where TReply : class
    {
        _cached.Add(reply, reply);
        return reply;
    }
}
