namespace CrossTier.Protocols;

/// <summary>Tools that providers run themselves and bill by use. Sources: the price pages of OpenAI, Anthropic, Google, OpenRouter and Perplexity.</summary>
static class BilledTools
{
    public const string WebSearch = "web_search";

    public const string FileSearch = "file_search";

    /// <summary>Perplexity's own searches, which its deep research bills.</summary>
    public const string Search = "search";

    /// <summary>The tool that an item of OpenAI's responses is a use of; null if it is none that is billed.</summary>
    /// <param name="type">The item's type.</param>
    /// <param name="action">What it did; null where that is not reported. Opening a page that was found is not billed.</param>
    public static string? OfItem(string? type, string? action) => type switch
    {
        "web_search_call" when action is null or "search" => WebSearch,
        "file_search_call" => FileSearch,
        _ => null,
    };

    /// <summary>
    /// What a reply of Gemini is billed for: its models before Gemini 3 once for each prompt that was searched for, later ones for each query that differs.
    /// Source: https://ai.google.dev/gemini-api/docs/google-search.
    /// </summary>
    public static long Searches(string? model, int queries) =>
        model is not null && (model.IndexOf("gemini-1", StringComparison.Ordinal) >= 0 || model.IndexOf("gemini-2", StringComparison.Ordinal) >= 0)
            ? Math.Min(queries, 1)
            : queries;

    /// <summary>The same by the name of the type that an SDK has for such an item.</summary>
    public static string? OfType(string name) =>
        name.StartsWith("WebSearchCall", StringComparison.Ordinal) ? WebSearch
        : name.StartsWith("FileSearchCall", StringComparison.Ordinal) ? FileSearch
        : null;

    /// <summary>Whether the type of an action is one of a search.</summary>
    public static bool IsSearch(string name) =>
        name.IndexOf("Open", StringComparison.Ordinal) < 0 && name.IndexOf("Find", StringComparison.Ordinal) < 0;
}
