using CrossTier.Recognition;

namespace CrossTier.Generators.Model;

/// <summary>What the build knows of a call's labels. Null where nothing is explicit.</summary>
/// <param name="Call">The <c>call</c> label.</param>
/// <param name="Provider">The explicit provider.</param>
/// <param name="Model">The explicit model.</param>
/// <param name="Instance">The explicit inference server.</param>
/// <param name="Tier">The explicit tier, an index of <c>ExplicitLabels.Tiers</c>.</param>
/// <param name="ApiProvider">The provider whose SDK is called.</param>
/// <param name="Operation">What is asked of the model, in the words of the GenAI conventions; null for a chat.</param>
sealed record SiteModel(string Call, string? Provider, string? Model, string? Instance, int Tier, string? ApiProvider, string? Operation = null)
{
    /// <summary>What the call is to the request around it.</summary>
    public CallRole Role { get; init; }
}
