namespace CrossTier.Generators.Model;

/// <summary>The call sends its requests through the client that it extends: one that measures them stands in its place.</summary>
/// <param name="Measured">That client.</param>
/// <param name="Loop">What a loop of an SDK must be told then; null for everything else.</param>
sealed record ThroughClientPlan(MeasuredClientModel Measured, LoopModel? Loop) : CallPlan
{
    public override IEnumerable<string> Suppressions => Measured.Suppressions;
}
