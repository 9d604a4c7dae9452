namespace CrossTier.Recognition.Readers;

/// <summary>The reply is a content of a kernel, or holds one: the connector's own usage is in its metadata.</summary>
/// <param name="Form">How the reply holds it.</param>
/// <param name="Content">When it is a content; none for a reply that is no chunk.</param>
/// <param name="Types">The kernel's types that are asked for.</param>
/// <param name="Usages">The types of usage that the metadata may hold. Of several choices each carries the usage of the whole request.</param>
sealed record KernelReplyStep(KernelReplyForm Form, KernelContentForm Content, KernelTypes Types, EquatableArray<MetadataUsage> Usages) : ReadStep
{
    /// <summary>Whether a result shows the prompt that was sent for it.</summary>
    public bool ShowsPrompt { get; init; }

    public override bool ReadsTokens => Usages.Count > 0;
}
