namespace CrossTier.Generators.Model;

/// <summary>Where a call stands, for people: a path below the project, or mapped by the build, so that outputs do not depend on the machine.</summary>
sealed record LocationModel(string File, int Line, int Column);
