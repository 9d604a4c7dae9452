using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>What an SDK's loop finds out about its client by the client's type, so that it must be told when a client of ours stands in its place.</summary>
/// <param name="IsRefusedFirst">Whether it refuses some clients when it is made.</param>
/// <param name="Arguments">The parameters that it is made with after the client, by name, where it is told of a capability; else empty.</param>
/// <param name="Capability">The parameter that decides whether the capability is used.</param>
/// <param name="IsCapabilityPassed">Whether the caller passes it too.</param>
/// <param name="CapabilityAdapter">The adapter that determines whether the client has it; empty where nothing is asked.</param>
/// <param name="OptionsAdapter">The adapter that copies the client's options; empty where there are none.</param>
/// <param name="Request">The parameter that is the request with which it begins.</param>
sealed record LoopModel(
    bool IsRefusedFirst,
    EquatableArray<string> Arguments,
    string Capability,
    bool IsCapabilityPassed,
    string CapabilityAdapter,
    string OptionsAdapter,
    string Request);
