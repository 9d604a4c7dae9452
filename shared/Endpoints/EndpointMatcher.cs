using CrossTier.Protocols;

namespace CrossTier.Endpoints;

/// <summary>Determines by its path whether a request goes to an inference endpoint. One that does not costs no allocation.</summary>
static class EndpointMatcher
{
    const string Verb = "{model}:";

    // Nearly every other address is told by the first letter and the length of its last segment.
    static readonly EndpointPath[][] ByLength = Group(EndpointPath.All.Where(path => !path.Last.StartsWith(Verb, StringComparison.Ordinal)));
    static readonly uint Initials = ByLength.SelectMany(paths => paths).Aggregate(0u, (letters, path) => letters | Letter(path.Last));
    static readonly EndpointPath[] Verbs = [.. EndpointPath.All.Where(path => path.Last.StartsWith(Verb, StringComparison.Ordinal))];

    /// <summary>Looks at a request that is about to be sent.</summary>
    public static EndpointMatch Match(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Post || request.RequestUri is not { IsAbsoluteUri: true } uri)
        {
            return default;
        }

        // From its end, and of the text that is at hand where a path would be made.
        var address = WithoutQuery(uri.OriginalString);
        address = address is [.., '/'] ? address.TrimEnd('/') : address;
        var start = address.LastIndexOf('/') + 1;
        var last = address[start..];
        var before = address[..start];
        foreach (var path in (Letter(last) & Initials) != 0 && last.Length < ByLength.Length ? ByLength[last.Length] : [])
        {
            if (last.SequenceEqual(path.Last) && !AddressSegments.IsBeforeHost(before) && path.Fits(before, out var model))
            {
                return model.IsEmpty ? Match(path, before) : new EndpointMatch(path, Unescape(model));
            }
        }

        return last.IndexOf(':') is > 0 and var colon && !AddressSegments.IsBeforeHost(before) ? MatchVerb(last, colon) : default;
    }

    // models/gemini-2.5-flash:generateContent
    static EndpointMatch MatchVerb(ReadOnlySpan<char> last, int colon)
    {
        foreach (var path in Verbs)
        {
            if (last[(colon + 1)..].SequenceEqual(path.Last.AsSpan(Verb.Length)))
            {
                return new EndpointMatch(path, Unescape(last[..colon]));
            }
        }

        return default;
    }

    static EndpointMatch Match(EndpointPath path, ReadOnlySpan<char> before)
    {
        var deployments = before.LastIndexOf(EndpointShapes.Deployments, StringComparison.OrdinalIgnoreCase);
        if (deployments < 0 || before[..deployments].EndsWith(":/"))
        {
            return new EndpointMatch(path);
        }

        var name = before[(deployments + EndpointShapes.Deployments.Length)..];
        return new EndpointMatch(path, Unescape(name[..name.IndexOf('/')]), IsAzure: true);
    }

    static ReadOnlySpan<char> WithoutQuery(ReadOnlySpan<char> address)
    {
        var end = address.IndexOfAny('?', '#');
        return end < 0 ? address : address[..end];
    }

    // A bit for each letter of the alphabet; none for another character.
    static uint Letter(ReadOnlySpan<char> segment) => segment is [>= 'a' and <= 'z' and var letter, ..] ? 1u << (letter - 'a') : 0;

    static string? Unescape(ReadOnlySpan<char> segment) => segment.IsEmpty ? null : Uri.UnescapeDataString(segment);

    static EndpointPath[][] Group(IEnumerable<EndpointPath> paths)
    {
        var groups = paths.ToLookup(path => path.Last.Length);
        return [.. Enumerable.Range(0, groups.Max(group => group.Key) + 1).Select(length => groups[length].ToArray())];
    }
}
