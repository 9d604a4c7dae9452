namespace CrossTier.Build;

/// <summary>Where code stands: a path below the project, or one that the build mapped.</summary>
readonly record struct Place(string File, int Line, int Column) : IComparable<Place>
{
    public int CompareTo(Place other) =>
        string.CompareOrdinal(File, other.File) is var byFile and not 0 ? byFile : (Line, Column).CompareTo((other.Line, other.Column));
}
