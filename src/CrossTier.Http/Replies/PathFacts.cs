using System.Collections.Frozen;
using CrossTier.Http.Json;
using CrossTier.Protocols;

namespace CrossTier.Http.Replies;

/// <summary>What stands at a path of a reply: <see cref="ReplyPaths"/>, by the paths of a <see cref="JsonScanner"/>.</summary>
static class PathFacts
{
    static readonly FrozenDictionary<ulong, ReplyPath> ByPath = ReplyPaths.All.ToFrozenDictionary(path => JsonPath.Of(path.Path));

    public static ReplyPath At(ulong path) => ByPath.GetValueOrDefault(path);
}
