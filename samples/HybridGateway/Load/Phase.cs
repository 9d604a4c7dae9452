namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>A part of the script.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Begin">Brings the trouble.</param>
/// <param name="End">Takes it away.</param>
sealed record Phase(string Name, Func<Task> Begin, Func<Task> End);
