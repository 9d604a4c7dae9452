using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Partial methods, behind the interface of a client.</summary>
sealed partial class PartialClient(IChatClient model, IChatClient? helper) : IChatClient
{
    // As HTTP by hand: what is called here is no call that the build knows.
    readonly Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> _ask = model.GetResponseAsync;
    readonly Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> _stream = model.GetStreamingResponseAsync;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => AskAsync(messages, options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => Stream(messages, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => Blocks.GetService(this, serviceType, serviceKey);

    public void Dispose()
    {
    }

    [AiCall("acme")]
    public partial Task<ChatResponse> AskAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken);

    async Task<ChatResponse> AskAsyncCore(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        if (helper is not null)
        {
            await AnnotatedClient.AskAsync(helper, cancellationToken);
        }

        return await _ask(messages, options, cancellationToken);
    }

    [AiCall("acme")]
    public partial IAsyncEnumerable<ChatResponseUpdate> Stream(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken);

    async IAsyncEnumerable<ChatResponseUpdate> StreamCore(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (helper is not null)
        {
            await AnnotatedClient.AskAsync(helper, cancellationToken);
        }

        await foreach (var update in _stream(messages, options, cancellationToken))
        {
            yield return update;
        }
    }
}
