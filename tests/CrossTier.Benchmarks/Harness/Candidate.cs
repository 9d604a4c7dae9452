namespace CrossTier.Benchmarks.Harness;

/// <summary>One way to make a call.</summary>
/// <param name="Name">What is shown.</param>
/// <param name="Run">Makes a number of calls on each thread.</param>
/// <param name="Threads">How many threads make them.</param>
internal sealed record Candidate(string Name, Action<int> Run, int Threads = 1);
