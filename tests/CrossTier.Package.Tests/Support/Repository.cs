using System.Text.RegularExpressions;

namespace CrossTier.Package.Tests.Support;

/// <summary>The repository that these tests were built in.</summary>
static partial class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Its address.</summary>
    public static string Url { get; } = Address().Match(File.ReadAllText(Path.Combine(Root, "Directory.Build.props"))).Groups[1].Value;

    /// <summary>The version of a package that the whole repository uses.</summary>
    public static string VersionOf(string package) =>
        PackageVersion().Matches(File.ReadAllText(Path.Combine(Root, "Directory.Packages.props"))).Single(match => match.Groups[1].Value == package).Groups[
            2].Value;

    /// <summary>The projects that ship.</summary>
    public static IEnumerable<string> Shipped => new[] { "src", "generators", "analyzers" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories));

    /// <summary>The projects that become packages.</summary>
    public static IEnumerable<string> Packages => Shipped
        .Where(project => File.ReadAllText(project).Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal));

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SourceGen.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("SourceGen.sln stands in no folder above " + AppContext.BaseDirectory);
        }

        return folder.FullName;
    }

    [GeneratedRegex("<RepositoryUrl>(.+)</RepositoryUrl>")]
    private static partial Regex Address();

    [GeneratedRegex("""<PackageVersion Include="([^"]+)" Version="([^"]+)" />""")]
    private static partial Regex PackageVersion();
}
