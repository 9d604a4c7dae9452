using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks.Opponents;

/// <summary>The calls as a user of CrossTier writes them.</summary>
static partial class Annotated
{
    [AiCall("openai", "bench-model")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<ChatResponse> Ask(IChatClient client) => client.GetResponseAsync(BenchClient.Messages);

    [AiCall]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<ChatResponse> AskRunTimeLabels(IChatClient client) => client.GetResponseAsync(BenchClient.Messages);

    [AiCall("own")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<ChatResponse> AskFixed(FixedClient client) => client.AskAsync();

    [AiCall("own")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<ChatResponse> AskFollowed(FollowedClient client) => client.AskAsync();

    [AiCall("openai", "bench-model")]
    public static IAsyncEnumerable<ChatResponseUpdate> Stream(IChatClient client) => client.GetStreamingResponseAsync(BenchClient.Messages);

    [AiCall("openai", "bench-partial")]
    public static partial Task<ChatResponse> AskPartial(IChatClient client);

    static Task<ChatResponse> AskPartialCore(IChatClient client) => client.GetResponseAsync(BenchClient.Messages);

    [AiCall("openai", "bench-value")]
    public static partial ValueTask<ChatResponse> AskValue(IChatClient client);

    static ValueTask<ChatResponse> AskValueCore(IChatClient client) => new(client.GetResponseAsync(BenchClient.Messages));
}
