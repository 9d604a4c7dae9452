using System.Diagnostics;
using CrossTier.Counting;


namespace CrossTier.Tracing;

/// <summary>A source of spans inside an SDK, which its switches turn on.</summary>
/// <param name="Name">The source's name.</param>
/// <param name="Switches">Names of <see cref="AppContext"/> switches, any of which turns it on.</param>
/// <param name="Variable">A variable of the environment that does so, too.</param>
/// <param name="Providers">Whose requests it sees, in the words of the conventions; null for any.</param>
sealed record SdkSource(string Name, string[] Switches, string Variable, string[]? Providers)
{
    // A source of our own with the same name: who listens to theirs listens to it.
    readonly Lazy<ActivitySource> _probe = new(() => new ActivitySource(Name));

    /// <summary>Whether it makes a span of a request now.</summary>
    public bool MakesSpan(SpanHead head) =>
        (Providers is null || Providers.Contains(head.Provider)) && IsSwitchedOn && _probe.Value.HasListeners();

    bool IsSwitchedOn =>
        Array.Exists(Switches, name => AppContext.TryGetSwitch(name, out var isOn) && isOn)
        || Environment.GetEnvironmentVariable(Variable) is "1" or "true" or "True" or "TRUE";
}
