using CrossTier.Inventory;
using CrossTier.Recognition;

namespace CrossTier.Generators.Model;

/// <summary>An inference call in the code: measured, or listed with what it lacks.</summary>
/// <param name="SourceFile">The file that holds it, as the build maps it: one output each.</param>
/// <param name="Location">Where it stands, for people.</param>
/// <param name="Api">The API, such as <c>IChatClient.GetResponseAsync</c>.</param>
/// <param name="ApiId">The API as a baseline names it: metadata name of the declaring type, and method.</param>
/// <param name="Member">The documentation id of the member that holds it.</param>
/// <param name="Operation">What is asked of the model.</param>
/// <param name="State">measured, refused, ignored or unscoped.</param>
/// <param name="Reason">Why it is refused or ignored.</param>
/// <param name="IsNested">Whether it stands in a type that implements an inference API, so that measured calls may be above it.</param>
/// <param name="Site">Its labels.</param>
/// <param name="IsUnbound">Whether the compiler binds it only when other generators have written what it mentions.</param>
/// <param name="Interception">How it is intercepted; null unless it is measured.</param>
sealed record CallModel(
    string SourceFile,
    LocationModel Location,
    string Api,
    string ApiId,
    string Member,
    string Operation,
    string State,
    string? Reason,
    bool IsNested,
    SiteModel Site,
    bool IsUnbound,
    InterceptionModel? Interception)
{
    /// <summary>The same call, listed and not measured.</summary>
    public CallModel Refuse(UnsupportedReason reason) => this with { State = CallStates.Refused, Reason = reason.ToString(), Interception = null };
}
