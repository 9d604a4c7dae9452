namespace CrossTier.Benchmarks.Harness;

/// <summary>A situation in which all candidates are compared.</summary>
/// <param name="Name">What is shown.</param>
/// <param name="Candidates">The first is the bare call, the second the floor: a wrapper and two clock reads.</param>
/// <param name="CallsPerSlice">How many calls a slice makes.</param>
/// <param name="Targets">What must hold, from what was measured.</param>
sealed record Scenario(string Name, IReadOnlyList<Candidate> Candidates, int CallsPerSlice, Func<Results, IEnumerable<Target>> Targets);
