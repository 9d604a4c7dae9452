using CrossTier.Assemblies;
using CrossTier.Inventory;

namespace CrossTier.Build;

/// <summary>Puts together what inventory and error log know of the same calls.</summary>
static class CallList
{
    static readonly string[] Unmeasured = [CallStates.Unscoped, CallStates.Refused];

    public static List<CallEntry> Of(IEnumerable<CallEntry> inventory, IEnumerable<FlaggedCall> flagged)
    {
        var calls = inventory.ToList();
        List<CallEntry> corrected = [];
        foreach (var flag in flagged.GroupBy(flag => flag.Location).OrderBy(group => group.Key))
        {
            var facts = Facts(flag);
            var call = Listed(calls, facts);
            calls.Remove(call!);
            corrected.Add(call is null
                ? new CallEntry(facts.GetValueOrDefault(CallKeys.State, CallStates.Unmeasured), flag.Key, Without(facts, CallKeys.State))
                : Corrected(call, flag.Key, facts));
        }

        return [.. calls, .. corrected];
    }

    // The inventory has no locations, and those of a PDB are statements: member and API say which call is flagged. Of several, one that is
    // unmeasured there too comes first, and one with the same labels.
    static CallEntry? Listed(List<CallEntry> calls, Dictionary<string, string> facts) => calls
        .Where(call => IsSame(call, facts, CallKeys.Member) && IsSame(call, facts, CallKeys.ApiId) && facts.ContainsKey(CallKeys.Member))
        .OrderByDescending(call => Unmeasured.Contains(call.State))
        .ThenByDescending(call => IsSame(call, facts, CallKeys.Provider) && IsSame(call, facts, CallKeys.Model))
        .FirstOrDefault(call => !call.IsIgnored);

    static bool IsSame(CallEntry call, Dictionary<string, string> facts, string key) => call.Facts.GetValueOrDefault(key) == facts.GetValueOrDefault(key);

    static Dictionary<string, string> Facts(IEnumerable<FlaggedCall> flags) =>
        flags.SelectMany(flag => flag.Facts).DistinctBy(fact => fact.Key).ToDictionary();

    // The analyzer looked at the final compilation: what it flags is not measured, whatever the generator meant to do.
    static CallEntry Corrected(CallEntry call, SourceLocation location, Dictionary<string, string> facts) => new(
        facts.GetValueOrDefault(CallKeys.State) == CallStates.Baselined ? CallStates.Baselined : call.IsMeasured ? CallStates.Refused : call.State,
        location,
        call.Facts.Where(fact => fact.Key != CallKeys.Reason)
            .Concat(Without(facts, CallKeys.State))
            .Concat(call.Facts)
            .DistinctBy(fact => fact.Key)
            .ToDictionary());

    static Dictionary<string, string> Without(Dictionary<string, string> facts, string key) => facts.Where(fact => fact.Key != key).ToDictionary();
}
