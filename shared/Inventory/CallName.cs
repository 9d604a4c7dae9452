namespace CrossTier.Inventory;

/// <summary>The name of a call for people, <c>Type.Member</c>: the <c>call</c> label, and the same in report, inventory and baseline.</summary>
static class CallName
{
    /// <summary>What stands between a member and a function inside it.</summary>
    public const string InnerSeparator = "/";

    const string TopLevelProgram = "<Main>$";

    /// <summary>A constructor is <c>Type.Type</c>, a top-level program <c>Program.Main</c>, an explicit implementation named like its member.</summary>
    /// <param name="types">The names of the containing types, outermost first.</param>
    /// <param name="member">The member's name in metadata; null for the type itself.</param>
    public static string Of(IReadOnlyList<string> types, string? member)
    {
        var type = string.Join(".", types.Select(Plain));
        var name = member switch
        {
            null => "",
            TopLevelProgram => "Main",
            ".ctor" or ".cctor" when types.Count > 0 => Plain(types[types.Count - 1]),
            _ => member.Substring(member.LastIndexOf('.') + 1),
        };
        return name.Length == 0 ? type : type.Length == 0 ? name : type + "." + name;
    }

    // Without the number of its type parameters.
    static string Plain(string type) => type.IndexOf('`') is > 0 and var tick ? type.Substring(0, tick) : type;
}
