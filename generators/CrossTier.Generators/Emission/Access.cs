using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Emission;

/// <summary>Paths as C#.</summary>
static class Access
{
    /// <summary>A path after an object, such as <c>reply.Usage?.Tokens</c>.</summary>
    public static string Of(string subject, MemberPath path) =>
        subject + string.Concat(path.Members.Select(member => (member.IsConditional ? "?." : ".") + member.Name));

    /// <summary>The same; <c>null</c> where there is no path.</summary>
    public static string OrNull(string subject, MemberPath? path) => path is null ? "null" : Of(subject, path);
}
