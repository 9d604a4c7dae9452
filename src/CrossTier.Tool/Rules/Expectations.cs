using CrossTier.Tool.Inventory;

namespace CrossTier.Tool.Rules;

/// <summary>What must be exposed whenever an application runs: the providers that its code states, and what the operator adds.</summary>
static class Expectations
{
    /// <exception cref="InputException">A statement is not <c>provider</c> or <c>provider/model</c>.</exception>
    public static IReadOnlyList<Expectation> Of(CallInventory? inventory, IEnumerable<string> names) =>
    [
        .. names.Select(Parse)
            .Concat(inventory?.Calls.Where(call => call is { State: CallState.Measured, Provider: not null })
            .Select(call => new Expectation(call.Provider!, null)) ?? [])
            .Distinct().OrderBy(expected => expected.Provider, StringComparer.Ordinal).ThenBy(expected => expected.Model, StringComparer.Ordinal),
    ];

    static Expectation Parse(string text) => text.Split('/', 2) switch
    {
        [{ Length: > 0 } provider] => new(provider, null),
        [{ Length: > 0 } provider, { Length: > 0 } model] => new(provider, model),
        _ => throw new InputException($"--expect '{text}': say a provider, or provider/model."),
    };
}
