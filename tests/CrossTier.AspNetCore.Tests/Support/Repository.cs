using System.Reflection;

namespace CrossTier.Pages.Tests.Support;

/// <summary>The repository that these tests were built in.</summary>
static class Repository
{
    /// <summary>The gateway among the samples.</summary>
    public static string Gateway { get; } = Metadata("Gateway");

    public static string Of(string path) => Path.Combine(Metadata("Root"), path);

    static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
