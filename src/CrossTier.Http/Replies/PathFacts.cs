using System.Collections.Frozen;
using CrossTier.Http.Json;
using CrossTier.Protocols;

namespace CrossTier.Http.Replies;

/// <summary>What stands at a path of a reply: <see cref="ReplyPaths"/>, by the paths of a <see cref="JsonScanner"/>.</summary>
static class PathFacts
{
    static readonly FrozenDictionary<ulong, (ReplyFact Fact, TokenCount Count)> ByPath =
        ReplyPaths.All.ToFrozenDictionary(path => JsonPath.Of(path.Path), path => (path.Fact, path.Count));

    public static (ReplyFact Fact, TokenCount Count) At(ulong path) => ByPath.GetValueOrDefault(path);
}
