using System.Globalization;

namespace CrossTier.Protocols;

/// <summary>
/// Why a request failed, from what it was answered with: the one table of all paths. A status that leaves nothing open decides; else a documented code
/// or phrase does; else the status; and where there is no status of a failure, the code, documented or by its words.
/// </summary>
static class ErrorTable
{
    // Statuses that are not what their hundreds are. 424: what the server itself depends on failed. 499: the connection was closed too early.
    static readonly (int Status, ErrorKind Kind)[] Statuses =
    [
        (401, ErrorKind.Auth), (402, ErrorKind.RateLimited), (403, ErrorKind.Auth), (408, ErrorKind.Timeout), (424, ErrorKind.Unavailable),
        (429, ErrorKind.RateLimited), (498, ErrorKind.RateLimited), (499, ErrorKind.Timeout), (504, ErrorKind.Timeout),
    ];

    // Words in codes, types and names that no page documents, tried in this order on the text without underscores.
    static readonly (string Word, ErrorKind Kind)[] Words =
    [
        ("contentfilter", ErrorKind.ContentFilter),
        ("contentpolicy", ErrorKind.ContentFilter),
        ("responsibleaipolicy", ErrorKind.ContentFilter),
        ("ratelimit", ErrorKind.RateLimited),
        ("quota", ErrorKind.RateLimited),
        ("billing", ErrorKind.RateLimited),
        ("resourceexhausted", ErrorKind.RateLimited),
        ("throttling", ErrorKind.RateLimited),
        ("timeout", ErrorKind.Timeout),
        ("deadlineexceeded", ErrorKind.Timeout),
        ("authentication", ErrorKind.Auth),
        ("unauthenticated", ErrorKind.Auth),
        ("permission", ErrorKind.Auth),
        ("accessdenied", ErrorKind.Auth),
        ("overloaded", ErrorKind.Unavailable),
        ("unavailable", ErrorKind.Unavailable),
        ("servererror", ErrorKind.Unavailable),
        ("apierror", ErrorKind.Unavailable),
        ("internal", ErrorKind.Unavailable),
        ("modelerror", ErrorKind.Unavailable),
        ("invalid", ErrorKind.BadRequest),
        ("validation", ErrorKind.BadRequest),
        ("notfound", ErrorKind.BadRequest),
        ("image", ErrorKind.BadRequest),
    ];

    const int ContentFilterWords = 3;

    static readonly ILookup<string, DocumentedError> Codes = DocumentedErrors.All
        .Where(error => error is { Code.Length: > 0, IsPhrase: false })
        .ToLookup(error => Letters(error.Code), StringComparer.Ordinal);

    static readonly DocumentedError[] Phrases = [.. DocumentedErrors.All.Where(error => error.IsPhrase)];

    /// <summary>Whether an HTTP status leaves nothing for a code to decide.</summary>
    public static bool Decides(int status) => status is 401 or 402 or 408 or 429 or >= 500;

    /// <summary>Why a request failed.</summary>
    /// <param name="status">The HTTP status; one below 400 is none of a failure.</param>
    /// <param name="code">The code, type or name of the error; null for none.</param>
    /// <param name="text">What else was reported, as prose or as a body; null for nothing.</param>
    public static ErrorKind KindOf(int status, string? code, string? text = null)
    {
        if (status < 400)
        {
            return OfCode(code) ?? OfText(text, status) ?? ErrorKind.Other;
        }

        return Decides(status) ? OfStatus(status) : Specific(code, status) ?? OfText(text, status) ?? OfStatus(status);
    }

    /// <summary>What a code stands for on its own, documented or by its words; null if it shows nothing.</summary>
    /// <param name="code">A code, type or name; a number may be an HTTP status.</param>
    public static ErrorKind? OfCode(string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        var letters = Letters(code!);
        if (Codes[letters].FirstOrDefault() is { } documented)
        {
            return documented.Kind;
        }

        return int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status is >= 400 and < 600 ? OfStatus(status) : null
            : Words.Where(entry => Contains(letters, entry.Word)).Select(entry => (ErrorKind?)entry.Kind).FirstOrDefault();
    }

    /// <summary>Of two codes of the same error the one that reports more.</summary>
    public static string? Better(string? one, string? other) => Rank(other) > Rank(one) ? other : one;

    /// <summary>What an HTTP status stands for on its own.</summary>
    public static ErrorKind OfStatus(int status)
    {
        foreach (var known in Statuses)
        {
            if (known.Status == status)
            {
                return known.Kind;
            }
        }

        return status < 400 ? ErrorKind.Other : status < 500 ? ErrorKind.BadRequest : ErrorKind.Unavailable;
    }

    // What a code adds to a status: all that is documented with that status, else what reports more than that the request was bad or the server down.
    static ErrorKind? Specific(string? code, int status)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        var letters = Letters(code!);
        var documented = Codes[letters];
        return documented.Where(error => error.Status == status).Concat(documented.Where(error => IsSpecific(error.Kind)))
            .Select(error => (ErrorKind?)error.Kind)
            .FirstOrDefault() ?? (IsContentFilter(letters) ? ErrorKind.ContentFilter : null);
    }

    static ErrorKind? OfText(string? text, int status)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        foreach (var phrase in Phrases)
        {
            if (Contains(text!, phrase.Code))
            {
                return phrase.Kind;
            }
        }

        foreach (var code in ErrorText.Codes(text!))
        {
            if (Specific(code, status) is { } kind && kind != OfStatus(status))
            {
                return kind;
            }
        }

        return IsContentFilter(text!.Replace("_", "")) ? ErrorKind.ContentFilter
            : status < 400 ? Words.Where(entry => Contains(text.Replace("_", ""), entry.Word)).Select(entry => (ErrorKind?)entry.Kind).FirstOrDefault()
            : null;
    }

    static int Rank(string? code) => OfCode(code) switch
    {
        null => string.IsNullOrEmpty(code) ? 0 : 1,
        ErrorKind.ContentFilter => 5,
        { } kind when IsSpecific(kind) => 4,
        ErrorKind.BadRequest => 2, // Whatever else it is, many servers call it an invalid request.
        _ => 3,
    };

    static bool IsSpecific(ErrorKind kind) => kind is ErrorKind.RateLimited or ErrorKind.Timeout or ErrorKind.Auth or ErrorKind.ContentFilter;

    static bool IsContentFilter(string letters) => Words.Take(ContentFilterWords).Any(entry => Contains(letters, entry.Word));

    static string Letters(string code) => new([.. code.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    static bool Contains(string letters, string word) => letters.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
