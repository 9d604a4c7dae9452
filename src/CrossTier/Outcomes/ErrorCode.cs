using System.Globalization;

namespace CrossTier.Outcomes;

/// <summary>
/// What the code of an error means that came without an HTTP status, within a reply or a stream. Source: the error codes of OpenAI's responses and
/// runs, the error types of Anthropic's API.
/// </summary>
static class ErrorCode
{
    // Tried in this order, on the code without underscores.
    static readonly (string Word, ErrorKind Kind)[] Words =
    [
        ("ratelimit", ErrorKind.RateLimited),
        ("quota", ErrorKind.RateLimited),
        ("billing", ErrorKind.RateLimited),
        ("contentpolicy", ErrorKind.ContentFilter),
        ("contentfilter", ErrorKind.ContentFilter),
        ("timeout", ErrorKind.Timeout),
        ("authentication", ErrorKind.Auth),
        ("permission", ErrorKind.Auth),
        ("overloaded", ErrorKind.Unavailable),
        ("servererror", ErrorKind.Unavailable),
        ("apierror", ErrorKind.Unavailable),
        ("invalid", ErrorKind.BadRequest),
        ("notfound", ErrorKind.BadRequest),
        ("image", ErrorKind.BadRequest),
    ];

    /// <summary>The kind; <see cref="ErrorKind.Other"/> if the code tells none.</summary>
    /// <param name="code">Such as <c>rate_limit_exceeded</c>; a number is an HTTP status.</param>
    public static ErrorKind KindOf(string? code)
    {
        if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return ErrorClassifier.KindOf(status, isContentFilter: false);
        }

        var letters = code?.Replace("_", "", StringComparison.Ordinal) ?? "";
        foreach (var (word, kind) in Words)
        {
            if (letters.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return ErrorKind.Other;
    }
}
