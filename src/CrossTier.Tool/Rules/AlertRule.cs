namespace CrossTier.Tool.Rules;

/// <summary>A rule that fires while its query has an answer.</summary>
/// <param name="Alert">The name; its runbook has the same.</param>
/// <param name="Severity">What it wants of people.</param>
/// <param name="For">How long the query must have an answer first.</param>
/// <param name="Expr">The query.</param>
/// <param name="Summary">One line for a phone.</param>
/// <param name="Description">What is known, with values.</param>
sealed record AlertRule(string Alert, Severity Severity, TimeSpan For, string Expr, string Summary, string Description)
{
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
