namespace CrossTier.Generators.Model;

/// <summary>The call is one request.</summary>
/// <param name="Client">How labels are read from the client; null if it has none.</param>
sealed record DirectPlan(ClientModel? Client) : CallPlan
{
    public override IEnumerable<string> Suppressions => Client?.Suppressions ?? default;
}
