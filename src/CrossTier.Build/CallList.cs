namespace CrossTier.Build;

/// <summary>Puts together what inventory and error log say of the same calls.</summary>
static class CallList
{
    public static List<CallEntry> Of(IEnumerable<CallEntry> inventory, IEnumerable<FlaggedCall> flagged)
    {
        var flags = flagged.GroupBy(flag => flag.Place).ToDictionary(group => group.Key, Facts);
        var calls = inventory.Select(call => flags.Remove(call.Place, out var facts) ? Corrected(call, facts) : call).ToList();
        calls.AddRange(flags.Select(flag => new CallEntry(flag.Value.GetValueOrDefault("state", "unmeasured"), flag.Key, Without(flag.Value, "state"))));
        return calls;
    }

    static Dictionary<string, string> Facts(IEnumerable<FlaggedCall> flags) =>
        flags.SelectMany(flag => flag.Facts).DistinctBy(fact => fact.Key).ToDictionary();

    // The analyzer looked at the final compilation: what it flags is not measured, whatever the generator meant to do.
    static CallEntry Corrected(CallEntry call, Dictionary<string, string> facts)
    {
        var state = facts.GetValueOrDefault("state") == "baselined" ? "baselined" : call.IsMeasured ? "refused" : call.State;
        return call with { State = state, Facts = call.Facts.Where(fact => fact.Key != "reason").Concat(Without(facts, "state")).Concat(call.Facts).DistinctBy(fact => fact.Key).ToDictionary() };
    }

    static Dictionary<string, string> Without(Dictionary<string, string> facts, string key) => facts.Where(fact => fact.Key != key).ToDictionary();
}
