namespace CrossTier.Replies;

/// <summary>What an error that came after an HTTP 200 would have been as a status.</summary>
static class StreamedError
{
    static readonly (byte[] Word, int Status)[] Words =
    [
        ("rate_limit"u8.ToArray(), 429),
        ("RESOURCE_EXHAUSTED"u8.ToArray(), 429),
        ("insufficient_quota"u8.ToArray(), 429),
        ("overloaded"u8.ToArray(), 529),
        ("UNAVAILABLE"u8.ToArray(), 503),
        ("server_error"u8.ToArray(), 500),
        ("api_error"u8.ToArray(), 500),
        ("INTERNAL"u8.ToArray(), 500),
        ("timeout"u8.ToArray(), 504),
        ("DEADLINE_EXCEEDED"u8.ToArray(), 504),
        ("authentication"u8.ToArray(), 401),
        ("permission"u8.ToArray(), 403),
        ("PERMISSION_DENIED"u8.ToArray(), 403),
        ("invalid_"u8.ToArray(), 400),
        ("INVALID_ARGUMENT"u8.ToArray(), 400),
        ("not_found"u8.ToArray(), 404),
        ("image_"u8.ToArray(), 400),
    ];

    /// <summary>The status that a word of the error stands for; 0 if it is none of these.</summary>
    public static int StatusOf(ReadOnlySpan<byte> text)
    {
        foreach (var (word, status) in Words)
        {
            if (text.IndexOf(word) >= 0)
            {
                return status;
            }
        }

        return 0;
    }

    /// <summary>Whether a content filter speaks.</summary>
    public static bool IsContentFilter(ReadOnlySpan<byte> text) =>
        text.IndexOf("content_filter"u8) >= 0 || text.IndexOf("content_policy_violation"u8) >= 0 || text.IndexOf("ResponsibleAIPolicyViolation"u8) >= 0;
}
