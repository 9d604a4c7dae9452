namespace CrossTier.Recognition.Readers;

/// <summary>How a reply is read.</summary>
/// <param name="Type">The reply's type.</param>
/// <param name="Steps">What is read, in this order.</param>
/// <param name="Suppressions">The diagnostics that the accesses raise.</param>
sealed record ReplyReaderModel(string Type, EquatableArray<ReadStep> Steps, EquatableArray<string> Suppressions)
{
    /// <summary>Whether token counts are read.</summary>
    public bool ReadsUsage => Steps.Any(step => step.ReadsUsage);
}
