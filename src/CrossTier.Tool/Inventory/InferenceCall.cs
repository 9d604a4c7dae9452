using CrossTier.Assemblies;
using CrossTier.Inventory;
using CrossTier.Labels;
using CrossTier.Recognition;

namespace CrossTier.Tool.Inventory;

/// <summary>An inference call in the code, as the build saw it.</summary>
/// <param name="Assembly">The assembly that holds it.</param>
/// <param name="State">What became of it.</param>
/// <param name="How">call: intercepted where it stands; definition: the generated half of a partial method.</param>
/// <param name="Api">The API, such as <c>IChatClient.GetResponseAsync</c>.</param>
/// <param name="Operation">What is asked of the model.</param>
/// <param name="Call">The <c>call</c> label.</param>
/// <param name="Location">Where it stands; null where it is not known.</param>
/// <param name="Provider">The explicit provider.</param>
/// <param name="Model">The explicit model.</param>
/// <param name="Instance">The explicit inference server.</param>
/// <param name="ApiProvider">The provider whose SDK is called.</param>
/// <param name="ExplicitTier">The explicit tier.</param>
/// <param name="Reason">Why it is refused or ignored.</param>
/// <param name="ApiId">The API as a baseline names it.</param>
/// <param name="Member">The documentation id of the member that holds it.</param>
sealed record InferenceCall(
    string Assembly,
    CallState State,
    string How,
    string Api,
    string Operation,
    string Call,
    SourceLocation? Location,
    string? Provider,
    string? Model,
    string? Instance,
    string? ApiProvider,
    string? ExplicitTier,
    string? Reason,
    string? ApiId,
    string? Member)
{
    /// <summary>What stands where a label is found when the call is made.</summary>
    public const string AtRunTime = "(at run time)";

    public string ProviderText => Provider ?? (ApiProvider is null ? AtRunTime : $"{ApiProvider}, or by endpoint");

    public string ModelText => Model ?? AtRunTime;

    /// <summary>local or cloud: explicit, or known by the provider's name.</summary>
    public string TierText => ExplicitTier ?? ProviderCatalogue.TierOf(Provider ?? "") switch
    {
        AiTier.Local => "local",
        AiTier.Cloud => "cloud",
        _ => AtRunTime,
    };

    /// <summary>File and line, or nothing.</summary>
    public string LocationText => Location is { } location ? $"{location.File}:{location.Line}" : "";

    /// <summary>How it is measured, or why it is not.</summary>
    public string Measurement => State switch
    {
        CallState.Measured => How == CallKeys.ByDefinition ? "measured by its partial method" : "measured where it stands",
        CallState.Blind => $"blind: {Reason}",
        CallState.Ignored => $"excused: {Reason}",
        CallState.Refused =>
            Enum.TryParse<UnsupportedReason>(Reason, out var refusal) && UnsupportedReasons.Explain(refusal) is { Length: > 0 } why
                ? $"not measured: {why}"
                : $"not measured: {Reason}",
        CallState.Baselined => "not measured: kept by the baseline",
        _ => "not measured: no [AiCall] stands around it",
    };
}
