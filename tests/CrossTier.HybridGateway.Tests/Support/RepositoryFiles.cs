using System.Reflection;

namespace CrossTier.HybridGateway.Tests.Support;

/// <summary>Where the repository is.</summary>
static class RepositoryFiles
{
    static readonly string Root =
        typeof(RepositoryFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Root").Value!;

    public static string Find(string path) => Path.Combine(Root, path);
}
