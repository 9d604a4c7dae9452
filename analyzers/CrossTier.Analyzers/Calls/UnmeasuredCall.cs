using CrossTier.Analyzers.Http;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Calls;

/// <summary>A call that is seen to be unmeasured where it stands: what a baseline may cover.</summary>
/// <param name="RuleId">The rule that speaks of it.</param>
/// <param name="Location">The method's name where it is called.</param>
/// <param name="Member">The member that it stands in.</param>
/// <param name="ApiId">The API as a baseline names it: declaring type and method.</param>
/// <param name="Call">The recognised call, or null.</param>
/// <param name="Http">The HTTP call, or null.</param>
sealed record UnmeasuredCall(string RuleId, Location Location, ISymbol Member, string ApiId, RecognisedCall? Call = null, HttpCall? Http = null)
{
    public string MemberId => InventoryNames.Member(Member);
}
