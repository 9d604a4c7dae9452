namespace CrossTier.Recognition.Readers;

/// <summary>The way from an object to a value: members of members.</summary>
/// <param name="Members">The members in their order; none for the object itself.</param>
sealed record MemberPath(EquatableArray<MemberAccess> Members)
{
    /// <summary>The object itself.</summary>
    public static MemberPath Self { get; } = new(default(EquatableArray<MemberAccess>));

    /// <summary>Whether its value may be null, though its type is a struct.</summary>
    public bool MayBeNull { get; init; }

    public bool IsSelf => Members.Count == 0;

    /// <summary>A path of one member.</summary>
    public static MemberPath Of(string member) => new(new[] { new MemberAccess(member, IsConditional: false) }.ToEquatableArray());

    /// <summary>This path and another after it.</summary>
    public MemberPath Then(MemberPath further) =>
        IsSelf ? further
        : further.IsSelf ? this
        : new(Members.Concat(further.Members).ToEquatableArray()) { MayBeNull = further.MayBeNull };
}
