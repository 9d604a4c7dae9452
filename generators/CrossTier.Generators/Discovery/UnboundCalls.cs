using System.Collections.Immutable;
using CrossTier.Generators.Model;
using CrossTier.Recognition;

namespace CrossTier.Generators.Discovery;

/// <summary>Refuses the calls that bind by what other generators write, where the project asks for it.</summary>
static class UnboundCalls
{
    public static ImmutableArray<CallModel> Refuse((ImmutableArray<CallModel> Calls, SettingsModel Settings) input, CancellationToken cancellation) =>
        input.Settings.InterceptsUnbound || !input.Calls.Any(call => call.IsUnbound)
            ? input.Calls
            : [.. input.Calls.Select(call => call is { IsUnbound: true, Interception: not null } ? call.Refuse(UnsupportedReason.UnboundArgument) : call)];
}
