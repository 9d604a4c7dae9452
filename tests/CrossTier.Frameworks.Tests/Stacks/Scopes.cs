using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Stacks;

/// <summary>Definition forms around annotated calls.</summary>
sealed partial class Scopes(IChatClient client)
{
    public TaskCompletionSource Go { get; } = new();

    public Task? Worker { get; private set; }

    [AiCall("acme", "anvil")]
    public partial Task<ChatResponse> HelpedAsync();

    // The helper's call is a measured call in the hand-written half.
    async Task<ChatResponse> HelpedAsyncCore() => await Assistants.FirstAsync(client);

    [AiCall("acme")]
    public partial Task ManyAsync();

    async Task ManyAsyncCore() => await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Assistants.FirstAsync(client))));

    [AiCall("acme", "anvil")]
    public partial Task<ChatResponse> WithWorkerAsync();

    Task<ChatResponse> WithWorkerAsyncCore()
    {
        Worker = Task.Run(async () =>
        {
            await Go.Task;
            await Assistants.SecondAsync(client);
        });
        return Task.FromResult(new ChatResponse { Usage = new UsageDetails { InputTokenCount = 7, OutputTokenCount = 5 } });
    }

    [AiCall("acme")]
    public partial Task<IAsyncEnumerable<ChatResponseUpdate>> OpenedAsync();

    async Task<IAsyncEnumerable<ChatResponseUpdate>> OpenedAsyncCore()
    {
        await Task.Yield();
        return Assistants.Stream(client);
    }
}
