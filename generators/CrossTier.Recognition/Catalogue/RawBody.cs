namespace CrossTier.Recognition.Catalogue;

/// <summary>A reply whose bytes are in memory already. What would have to be read a second time is left alone.</summary>
/// <param name="Type">Its metadata name.</param>
/// <param name="Form">How the bytes are reached.</param>
/// <param name="Member">The member that has them; empty where the form decides.</param>
/// <param name="ItemType">The type argument that it must have, if it is generic.</param>
/// <param name="IsInherited">Whether types that derive from it are meant too.</param>
/// <param name="HasDetails">Whether its bytes have details of the usage that the SDK's types have no members for.</param>
sealed record RawBody(
    string Type,
    RawBodyForm Form,
    string Member = "",
    string? ItemType = null,
    bool IsInherited = false,
    bool HasDetails = false);
