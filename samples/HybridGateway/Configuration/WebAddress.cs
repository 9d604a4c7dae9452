namespace CrossTier.Samples.HybridGateway.Configuration;

/// <summary>An http address out of the settings.</summary>
static class WebAddress
{
    /// <summary>Whether a text is an http address without query and fragment.</summary>
    public static bool IsPlain(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query.Length: 0, Fragment.Length: 0 };

    /// <summary>The text without the password that it may hold.</summary>
    public static string Masked(string? text)
    {
        var start = text?.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = text?.LastIndexOf('@') ?? -1;
        return end > start ? $"{text![..start]}***{text[end..]}" : text ?? "";
    }
}
