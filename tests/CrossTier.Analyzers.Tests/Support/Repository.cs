namespace CrossTier.Analyzers.Tests.Support;

/// <summary>The repository that these tests were built in.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SourceGen.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("SourceGen.sln stands in no folder above " + AppContext.BaseDirectory);
        }

        return folder.FullName;
    }
}
