namespace CrossTier.Recognition.Readers;

/// <summary>A member of an enumeration of reasons.</summary>
/// <param name="Type">The enumeration.</param>
/// <param name="Name">The member.</param>
/// <param name="Reason">The reason, by its number in <see cref="Protocols.FinishWords"/>.</param>
sealed record FinishMember(string Type, string Name, int Reason);
