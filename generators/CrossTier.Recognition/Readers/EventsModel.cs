namespace CrossTier.Recognition.Readers;

/// <summary>A stream of events that a reply holds.</summary>
/// <param name="Property">The property that holds it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Failure">The exception that its SDK throws while it is read.</param>
sealed record EventsModel(string Property, string Type, string Failure);
