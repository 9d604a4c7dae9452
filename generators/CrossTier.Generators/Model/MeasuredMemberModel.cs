using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>A member of a client's interface that is a request.</summary>
/// <param name="Interface">The interface that declares it.</param>
/// <param name="Signature">The member.</param>
/// <param name="Reply">What it returns.</param>
/// <param name="Client">How labels are read from the client; null if it has none.</param>
/// <param name="Model">Where the request names a model; null if it does not.</param>
/// <param name="Token">Where the caller's token is; null if there is none.</param>
sealed record MeasuredMemberModel(string Interface, SignatureModel Signature, ReplyModel Reply, ClientModel? Client, RequestedModel? Model, CallerToken? Token)
{
    /// <summary>The diagnostics that its code raises.</summary>
    public IEnumerable<string> Suppressions => Signature.Suppressions.Concat(Reply.Suppressions).Concat(Client?.Suppressions ?? default);
}
