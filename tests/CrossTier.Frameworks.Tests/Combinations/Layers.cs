namespace CrossTier.Frameworks.Tests.Combinations;

/// <summary>The layers of ours in one stack, the outermost first.</summary>
[Flags]
public enum Layers
{
    Partial = 1,
    Filter = 2,
    Annotated = 4,
    MiddlewareAbove = 8,
    MiddlewareBelow = 16,
}
