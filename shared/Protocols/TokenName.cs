namespace CrossTier.Protocols;

/// <summary>How protocols and SDKs name one count of tokens. A dot goes one object deeper.</summary>
/// <param name="Count">The count.</param>
/// <param name="Json">Its names on the wire, below the object that holds the usage.</param>
/// <param name="Members">Its names in SDKs' types, in the order in which they are tried.</param>
sealed record TokenName(TokenCount Count, string[] Json, string[] Members);
