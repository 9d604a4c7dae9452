namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>A program and how it asks.</summary>
/// <param name="Tree">The program.</param>
/// <param name="Streamed">Whether it reads a stream.</param>
/// <param name="Abandoned">Whether it stops at the first text.</param>
/// <param name="BesideOthers">Whether layers that have nothing to do with it exist in the process.</param>
sealed record Asked(Tree Tree, bool Streamed, bool Abandoned, bool BesideOthers)
{
    /// <summary>The same with a block, a layer or a fault less.</summary>
    public IEnumerable<Asked> Smaller() => Tree.Smaller().Select(tree => this with { Tree = tree });
}
