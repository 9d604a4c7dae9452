namespace CrossTier.Recognition.Readers;

/// <summary>The reply tells why the model stopped.</summary>
/// <param name="List">The list whose first item tells; null for the reply itself.</param>
/// <param name="Path">The reason.</param>
/// <param name="Form">How it is a text.</param>
/// <param name="Reasons">Of an enumeration: its members.</param>
sealed record FinishStep(MemberPath? List, MemberPath Path, WordForm Form, EquatableArray<FinishMember> Reasons) : ReadStep;
