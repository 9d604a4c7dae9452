namespace CrossTier.Samples.QuickStart.Steps;

/// <summary>One thing that the sample does.</summary>
/// <param name="Title">What a person reads while it runs.</param>
/// <param name="Run">Does it and says in a few words what came of it.</param>
sealed record Step(string Title, Func<CancellationToken, Task<string>> Run);
