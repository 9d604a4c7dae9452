using System.Text;
using CrossTier.Protocols;

namespace CrossTier.Requests;

/// <summary>A member of a reply's wire form with the counts below it: where it is not there, one look-up is made and not one for each of them.</summary>
/// <param name="json">The names down to it, with dots between them.</param>
/// <param name="names">The counts.</param>
sealed class RawHolder(string json, RawName[] names)
{
    public byte[] Path { get; } = Encoding.UTF8.GetBytes(RawName.PathOf(json));

    /// <summary>Whether it is below a member that SDKs have: else it is among what they keep as unknown, which is much cheaper to ask.</summary>
    public bool IsBelowMember { get; } = json == UsageHolders.InChoice;

    public RawName[] Names { get; } = names;

    /// <summary>All holders of counts.</summary>
    public static RawHolder[] Of(IEnumerable<RawName> names) =>
        [.. names.GroupBy(name => HolderOf(name.Json), StringComparer.Ordinal).Select(group => new RawHolder(group.Key, [.. group]))];

    static string HolderOf(string json) =>
        json.StartsWith(UsageHolders.InChoice + ".", StringComparison.Ordinal) ? UsageHolders.InChoice : json.Split('.')[0];
}
