using CrossTier;
using CrossTier.Benchmarks;
using Microsoft.Extensions.AI;

[assembly: AiApi(typeof(FollowedClient), nameof(FollowedClient.AskAsync))]
[assembly: AiApi(typeof(FixedClient), nameof(FixedClient.AskAsync))]

namespace CrossTier.Benchmarks;

/// <summary>An application's own client whose model may be set, so that it is read for each request.</summary>
sealed class FollowedClient(BenchClient inner)
{
    public string Model { get; set; } = "bench-model";

    public Task<ChatResponse> AskAsync() => inner.GetResponseAsync(BenchClient.Messages);
}
