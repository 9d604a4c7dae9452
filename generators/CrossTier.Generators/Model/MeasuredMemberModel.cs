namespace CrossTier.Generators.Model;

/// <summary>A member of a client's interface that is a request.</summary>
/// <param name="Interface">The interface that declares it.</param>
/// <param name="Signature">The member.</param>
/// <param name="Reply">What it returns.</param>
/// <param name="Client">How labels are read from the client; null if it says none.</param>
/// <param name="ModelArgument">The expression of the model that the request asks for.</param>
/// <param name="TokenArgument">The expression of the caller's token.</param>
internal sealed record MeasuredMemberModel(string Interface, SignatureModel Signature, ReplyModel Reply, ClientModel? Client, string ModelArgument, string TokenArgument);
