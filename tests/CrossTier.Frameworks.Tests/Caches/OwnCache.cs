using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Caches;

/// <summary>An application's own cache, which knows its answers.</summary>
sealed class OwnCache(IChatClient inner) : DelegatingChatClient(inner), IAiCache
{
    readonly Dictionary<string, ChatResponse> _answers = [];
    readonly ConditionalWeakTable<object, object> _cached = [];

    public bool Throws { get; init; }

    public bool IsCached(object reply) => Throws ? throw new InvalidOperationException() : _cached.TryGetValue(reply, out _);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var question = messages.Last().Text;
        if (_answers.TryGetValue(question, out var answer))
        {
            _cached.AddOrUpdate(answer, answer);
            return answer;
        }

        return _answers[question] = await base.GetResponseAsync(messages, options, cancellationToken);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var isCached = _answers.ContainsKey(messages.Last().Text);
        var answer = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in answer.ToChatResponseUpdates())
        {
            if (isCached)
            {
                _cached.AddOrUpdate(update, update);
            }

            yield return update;
        }
    }
}
