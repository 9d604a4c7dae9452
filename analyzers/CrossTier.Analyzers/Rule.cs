namespace CrossTier.Analyzers;

/// <summary>What all rules share: category and help page.</summary>
internal static class Rule
{
    public const string Category = "CrossTier";

    const string Pages = "https://github.com/crosstier/crosstier/blob/main/docs/rules/";

    /// <summary>The page of a rule, computed from its id.</summary>
    public static string HelpLink(string id) => Pages + id + ".md";
}
