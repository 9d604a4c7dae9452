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
/// <param name="Client">How labels are read from the client; null if it says none.</param>
/// <param name="ClientArgument">The expression of the client.</param>
/// <param name="Measured">The client that stands in its place where the requests are made through it; else null.</param>
/// <param name="Loop">What a loop of an SDK must be told then; null for everything else.</param>
/// <param name="Kernel">What a kernel is asked first; null for another call.</param>
/// <param name="ModelArgument">The expression of the model that the request asks for.</param>
/// <param name="TokenArgument">The expression of the caller's token.</param>
internal sealed record InterceptionModel(
    int Version,
    string Data,
    SignatureModel Signature,
    string? ReceiverType,
    bool IsExtension,
    string Target,
    string Import,
    ReplyModel Reply,
    ClientModel? Client,
    string ClientArgument,
    MeasuredClientModel? Measured,
    LoopModel? Loop,
    KernelCallModel? Kernel,
    string ModelArgument,
    string TokenArgument)
{
    /// <summary>The diagnostics that its code raises and that the call has accepted.</summary>
    public IEnumerable<string> Suppressions => Signature.Suppressions.Concat(Reply.Suppressions).Concat(Client?.Suppressions ?? default).Concat(Measured?.Suppressions ?? []);
}
