using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks;

/// <summary>The same with a model that stays.</summary>
sealed class FixedClient(BenchClient inner)
{
    public string Model { get; } = "bench-model";

    public Task<ChatResponse> AskAsync() => inner.GetResponseAsync(BenchClient.Messages);
}
