using System.Globalization;

namespace CrossTier.Protocols;

/// <summary>
/// What an error means that came without an HTTP status: within a reply or a stream, or as an exception whose status is not set. Sources: the error
/// codes of OpenAI's responses and runs, the error types of Anthropic's API, the status names of Google's APIs, the errors of Amazon Bedrock's
/// Converse and ConverseStream.
/// </summary>
static class ErrorWords
{
    // Tried in this order, on the text without underscores.
    static readonly (string Word, int Status)[] Words =
    [
        ("ratelimit", 429),
        ("quota", 429),
        ("billing", 402),
        ("resourceexhausted", 429),
        ("throttling", 429),
        ("modelnotready", 429),
        ("modeltimeout", 408),
        ("timeout", 504),
        ("deadlineexceeded", 504),
        ("authentication", 401),
        ("unauthenticated", 401),
        ("permission", 403),
        ("accessdenied", 403),
        ("overloaded", 529),
        ("unavailable", 503),
        ("servererror", 500),
        ("apierror", 500),
        ("internal", 500),
        ("modelerror", 424),
        ("modelstreamerror", 424),
        ("invalid", 400),
        ("validation", 400),
        ("notfound", 404),
        ("image", 400),
    ];

    static readonly string[] ContentFilters = ["contentfilter", "contentpolicy", "responsibleaipolicy"];

    /// <summary>The HTTP status that an error stands for; 0 if it does not show it.</summary>
    /// <param name="error">Such as <c>rate_limit_exceeded</c>; a number is the status itself.</param>
    public static int StatusOf(string? error)
    {
        if (int.TryParse(error, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return status;
        }

        var letters = Letters(error);
        return Words.FirstOrDefault(entry => Contains(letters, entry.Word)).Status;
    }

    /// <summary>Whether a content filter speaks.</summary>
    public static bool IsContentFilter(string? error)
    {
        var letters = Letters(error);
        return ContentFilters.Any(word => Contains(letters, word));
    }

    static string Letters(string? error) => (error ?? "").Replace("_", "");

    static bool Contains(string letters, string word) => letters.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
