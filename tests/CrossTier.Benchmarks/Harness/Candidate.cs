namespace CrossTier.Benchmarks.Harness;

/// <summary>One way to make a call.</summary>
/// <param name="Name">What is shown.</param>
/// <param name="Run">Makes a number of calls on each thread.</param>
/// <param name="Threads">How many threads make them.</param>
/// <param name="Around">What is there only while this candidate is measured, such as somebody who listens to a meter of all.</param>
sealed record Candidate(string Name, Action<int> Run, int Threads = 1, Func<IDisposable>? Around = null);
