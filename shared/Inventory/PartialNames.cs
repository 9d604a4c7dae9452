namespace CrossTier.Inventory;

/// <summary>The names of the two halves of a partial <c>[AiCall]</c> method.</summary>
static class PartialNames
{
    /// <summary>What follows the name of the method that the user writes.</summary>
    public const string Suffix = "Core";

    /// <summary>The documentation id of the method that the generated half calls.</summary>
    public static string CoreOf(string member)
    {
        var end = member.IndexOfAny(['`', '('], member.IndexOf('(') is > 0 and var list ? member.LastIndexOf('.', list) + 1 : member.LastIndexOf('.') + 1);
        return end < 0 ? member + Suffix : member.Insert(end, Suffix);
    }
}
