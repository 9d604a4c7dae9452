namespace CrossTier.Generators.Model;

/// <summary>How a client's labels are read.</summary>
/// <param name="Type">The type that the reader takes.</param>
/// <param name="Statements">The body of <c>Read(client)</c>, a line each.</param>
/// <param name="Suppressions">The diagnostics that the accesses raise.</param>
internal sealed record ClientModel(string Type, EquatableArray<string> Statements, EquatableArray<string> Suppressions);
