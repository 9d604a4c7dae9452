namespace CrossTier.Generators.Model;

/// <summary>A stream of events that a reply of an Amazon SDK holds.</summary>
/// <param name="Property">Where it is.</param>
/// <param name="Type">Its type.</param>
/// <param name="Failure">The exception that its SDK throws while it is read.</param>
internal sealed record EventsModel(string Property, string Type, string Failure);
