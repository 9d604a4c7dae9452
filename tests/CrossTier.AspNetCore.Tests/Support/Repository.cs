using System.Reflection;

namespace CrossTier.Pages.Tests.Support;

/// <summary>The repository that these tests were built in.</summary>
static class Repository
{
    static readonly string Root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Root").Value!;

    public static string Of(string path) => Path.Combine(Root, path);
}
