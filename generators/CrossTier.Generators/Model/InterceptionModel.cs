using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>An interceptor: the compiler puts it in the place of the call.</summary>
/// <param name="Version">The version of the location's encoding.</param>
/// <param name="Data">The location, encoded by the compiler.</param>
/// <param name="Signature">The intercepted method.</param>
/// <param name="ReceiverType">The type of the receiver of an instance method; null for a static or extension method.</param>
/// <param name="IsExtension">Whether the first parameter is the receiver.</param>
/// <param name="Target">What is called: the declaring type of a static method; empty for an instance method.</param>
/// <param name="Import">The namespace of an extension whose declaring type two libraries have, so that it is called on its receiver; else empty.</param>
/// <param name="Reply">What it returns.</param>
/// <param name="Client">The parameter that is the client.</param>
/// <param name="Plan">How it is measured.</param>
/// <param name="Model">Where the request names a model; null if it does not.</param>
/// <param name="Token">Where the caller's token is; null if there is none.</param>
sealed record InterceptionModel(
    int Version,
    string Data,
    SignatureModel Signature,
    string? ReceiverType,
    bool IsExtension,
    string Target,
    string Import,
    ReplyModel Reply,
    string Client,
    CallPlan Plan,
    RequestedModel? Model,
    CallerToken? Token)
{
    /// <summary>The diagnostics that its code raises and that the call has accepted.</summary>
    public IEnumerable<string> Suppressions => Signature.Suppressions.Concat(Reply.Suppressions).Concat(Plan.Suppressions);
}
