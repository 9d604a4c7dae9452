using CrossTier.Recognition.Catalogue;

namespace CrossTier.Recognition.Readers;

/// <summary>The bytes of the reply, which are in memory already, have a usage.</summary>
/// <param name="Form">How they are reached.</param>
/// <param name="Member">The member that has them; empty where the form decides.</param>
/// <param name="HasDetails">Whether they have details that the type has no members for.</param>
sealed record RawBodyStep(RawBodyForm Form, string Member, bool HasDetails) : ReadStep
{
    public override bool ReadsUsage => true;
}
