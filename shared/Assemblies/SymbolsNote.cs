namespace CrossTier.Assemblies;

/// <summary>What a reader of calls without locations is told.</summary>
static class SymbolsNote
{
    public static string Of(string assembly) =>
        $"{assembly} has no portable PDB beside it or in it, so its calls are listed without file and line; build it with DebugType portable or embedded.";
}
