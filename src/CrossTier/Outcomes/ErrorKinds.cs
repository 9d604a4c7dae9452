using CrossTier.Protocols;

namespace CrossTier.Outcomes;

/// <summary>The kinds of error and their labels.</summary>
static class ErrorKinds
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)ErrorKind.Other + 1;

    /// <summary>The values of the <c>error</c> label, in the order of <see cref="ErrorKind"/>.</summary>
    static readonly string[] Labels = ["rate_limited", "timeout", "auth", "bad_request", "content_filter", "unavailable", "network", "other"];

    /// <summary>The <c>error</c> label of a kind.</summary>
    public static string LabelOf(ErrorKind kind) => Labels[(int)kind];
}
