namespace CrossTier.Generators.Model;

/// <summary>What an SDK's loop finds out about its client by the client's type, so that it must be told when a client of ours stands in its place.</summary>
/// <param name="IsRefusedFirst">Whether it refuses some clients when it is made.</param>
/// <param name="Arguments">What it is made with after the client; empty if that is what the caller says.</param>
/// <param name="TracedBy">The expression of the request that it begins with, where the client also says whether it is traced; else empty.</param>
internal sealed record LoopModel(bool IsRefusedFirst, EquatableArray<string> Arguments, string TracedBy);
