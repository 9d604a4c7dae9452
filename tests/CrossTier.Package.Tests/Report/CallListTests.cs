using CrossTier.Assemblies;
using CrossTier.Build;

namespace CrossTier.Package.Tests.Report;

/// <summary>One call, one line: whoever speaks of it.</summary>
public sealed class CallListTests
{
    static readonly SourceLocation Here = new("A.cs", 1, 2);

    static readonly KeyValuePair<string, string>[] Same = [new("member", "M:C.M"), new("apiId", "Acme.Client.Ask")];

    [Fact]
    public void What_nobody_flags_stays_as_the_inventory_has_it() => Assert.Equal(["measured"], States([Call("measured")], []));

    [Fact]
    public void What_was_meant_to_be_measured_and_is_flagged_is_not_measured() =>
        Assert.Equal(["refused"], States([Call("measured")], [Flag(("rule", "AIC002"), ("state", "unmeasured")), Flag(("rule", "AIC002"), ("reason", "why"))]));

    [Fact]
    public void The_baseline_covers_a_call_of_the_inventory() => Assert.Equal(["baselined"], States([Call("unscoped")], [Flag(("state", "baselined"))]));

    [Fact]
    public void What_only_an_analyzer_sees_is_added_once() =>
        Assert.Equal(["unmeasured"], States([], [Flag(("rule", "AIC003"), ("state", "unmeasured")), Flag(("rule", "AIC003"), ("reason", "why"))]));

    [Fact]
    public void A_call_of_a_rule_that_lists_nothing_is_added_too() => Assert.Equal(["unmeasured"], States([], [Flag(("rule", "AIC010"), ("reason", "why"))]));

    static IEnumerable<string> States(CallEntry[] inventory, FlaggedCall[] flagged) => CallList.Of(inventory, flagged).Select(call => call.State);

    static CallEntry Call(string state) => new(state, Here, new Dictionary<string, string>(Same));

    static FlaggedCall Flag(params (string Key, string Value)[] facts) =>
        new(Here, Same.Concat(facts.Select(fact => KeyValuePair.Create(fact.Key, fact.Value))).ToDictionary());
}
