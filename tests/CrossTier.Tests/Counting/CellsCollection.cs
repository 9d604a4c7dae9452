namespace CrossTier.Tests.Counting;

/// <summary>Tests that fill the room that all cells of the process share, so nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class CellsCollection
{
    public const string Name = "cells";
}
