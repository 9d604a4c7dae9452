namespace CrossTier.Tool.Rules;

/// <summary>A rule that stores the answer of a query under a name of its own.</summary>
sealed record RecordingRule(string Record, string Expr);
