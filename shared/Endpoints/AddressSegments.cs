namespace CrossTier.Endpoints;

/// <summary>The segments of an address, from its end. Slashes that follow one another are one.</summary>
static class AddressSegments
{
    /// <summary>The last segment, without slashes; empty where nothing but the host is left.</summary>
    public static ReadOnlySpan<char> Last(ReadOnlySpan<char> address)
    {
        address = address.TrimEnd('/');
        var start = address.LastIndexOf('/') + 1;
        return IsBeforeHost(address[..start]) ? default : address[start..];
    }

    /// <summary>What stands before it.</summary>
    public static ReadOnlySpan<char> WithoutLast(ReadOnlySpan<char> address)
    {
        address = address.TrimEnd('/');
        return address[..^Last(address).Length];
    }

    /// <summary>
    /// Whether an API of this kind begins here: /v1/responses, /openai/responses, a deployment's. Words that other services use too count only there.
    /// </summary>
    public static bool IsApi(ReadOnlySpan<char> address)
    {
        var last = Last(address);
        return IsVersion(last) || last is "openai" or "inference" || Last(WithoutLast(address)) is "deployments";
    }

    public static bool IsVersion(ReadOnlySpan<char> segment) => segment.Length >= 2 && segment[0] == 'v' && char.IsAsciiDigit(segment[1]);

    public static bool IsBeforeHost(ReadOnlySpan<char> address) => address.IsEmpty || address.EndsWith("://");
}
