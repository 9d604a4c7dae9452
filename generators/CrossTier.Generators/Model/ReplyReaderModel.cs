namespace CrossTier.Generators.Model;

/// <summary>Plain member accesses that read a reply.</summary>
/// <param name="Type">The reply's type.</param>
/// <param name="Statements">The body of <c>Read(reply, ref reading)</c>, a line each.</param>
/// <param name="Suppressions">The diagnostics that the accesses raise.</param>
internal sealed record ReplyReaderModel(string Type, EquatableArray<string> Statements, EquatableArray<string> Suppressions);
