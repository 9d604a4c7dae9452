using System.Reflection;

namespace CrossTier.EndToEnd.Tests.Support;

/// <summary>Where the build put what these tests run, and the repository itself.</summary>
static class BuiltFiles
{
    public static string QuickStart { get; } = Of("QuickStart");

    public static string Generator { get; } = Of("Generator");

    public static string InRepository(string path) => Path.Combine(Of("Root"), path);

    static string Of(string key) =>
        typeof(BuiltFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
