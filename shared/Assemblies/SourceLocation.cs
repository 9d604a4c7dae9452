namespace CrossTier.Assemblies;

/// <summary>Where code stands: a path below the project, or as the build maps it; line and column from 1.</summary>
readonly record struct SourceLocation(string File, int Line, int Column) : IComparable<SourceLocation>
{
    public int CompareTo(SourceLocation other) =>
        string.CompareOrdinal(File, other.File) is var byFile and not 0 ? byFile : (Line, Column).CompareTo((other.Line, other.Column));
}
