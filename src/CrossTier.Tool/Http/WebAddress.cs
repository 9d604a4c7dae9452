using System.Text.RegularExpressions;

namespace CrossTier.Tool.Http;

/// <summary>Addresses as they may be printed: without the name and password that may stand before the host.</summary>
static partial class WebAddress
{
    const string Hidden = "://***@";

    public static bool Is(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    public static bool HasPassword(string text) => Mask(text) != text;

    /// <summary>An address, or what was meant to be one: of what names somebody or cannot be parsed, everything up to the last @ is hidden.</summary>
    public static string Mask(string address) => Is(address) && new Uri(address).UserInfo.Length == 0 ? address : UpToLastAt.Replace(address, Hidden);

    /// <summary>A text that may quote addresses.</summary>
    public static string InText(string text) => Authority.Replace(text, Hidden);

    [GeneratedRegex(@"://[^\s/?#'""]*@")]
    static partial Regex Authority { get; }

    [GeneratedRegex("://.*@", RegexOptions.Singleline)]
    static partial Regex UpToLastAt { get; }
}
