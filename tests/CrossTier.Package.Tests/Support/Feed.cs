using System.IO.Compression;
using System.Text.RegularExpressions;

namespace CrossTier.Package.Tests.Support;

/// <summary>
/// All packages of the repository, packed once a run into a folder of their own outside it. Consumers get CrossTier from there alone and all
/// else from where the machine is configured to get it; what earlier restores left is used, and nothing is left behind.
/// </summary>
public sealed partial class Feed : IAsyncLifetime
{
    readonly Lazy<string> _tool;
    int _workspaces;

    public Feed() => _tool = new(ExtractTool);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "crosstier-packages-" + Guid.NewGuid().ToString("N"));

    public string Version { get; } = "0.1.0-test." + Guid.NewGuid().ToString("N")[..8];

    /// <summary>What every consumer's build is told.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(Root, "installed") };

    /// <summary>Where the package stands after a restore.</summary>
    public string Installed => Path.Combine(Root, "installed", "crosstier", Version);

    /// <summary>The packed <c>crosstier</c>, to run.</summary>
    public string ToolAssembly => _tool.Value;

    string PackageFolder => Path.Combine(Root, "feed");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(PackageFolder);
        await Configure();
        var solution = Path.Combine(Root, "Packages.slnx");
        await File.WriteAllTextAsync(
            solution,
            $"<Solution>{string.Concat(Repository.Shipped.Select(project => $"<Project Path=\"{project}\" />"))}</Solution>");
        var (exit, output) = await DotNet.Run(
            Root,
            null,
            "pack",
            solution,
            "--output",
            PackageFolder,
            "--artifacts-path",
            Path.Combine(Root, "artifacts"),
            "-p:Version=" + Version,
            "-m:1",
            "-nologo",
            "-v:quiet");
        Assert.True(exit == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>An empty folder for a graph of projects.</summary>
    internal Workspace Workspace(string? name = null)
    {
        var folder = Path.Combine(Root, "w" + Interlocked.Increment(ref _workspaces), name ?? "");
        Directory.CreateDirectory(folder);
        return new Workspace(this, folder);
    }

    /// <summary>Opens a package, by its id.</summary>
    public ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(PackageFolder, $"{id}.{Version}.nupkg"));

    /// <summary>Opens the symbols of a package, by its id.</summary>
    public ZipArchive OpenSymbols(string id) => ZipFile.OpenRead(Path.Combine(PackageFolder, $"{id}.{Version}.snupkg"));

    string ExtractTool()
    {
        var folder = Path.Combine(Root, "tool");
        using var package = Open("CrossTier.Tool");
        package.ExtractToDirectory(folder);
        return Directory.GetFiles(folder, "CrossTier.Tool.dll", SearchOption.AllDirectories).Single();
    }

    async Task Configure()
    {
        var (_, sources) = await DotNet.Run(Root, null, "nuget", "list", "source");
        var (_, locals) = await DotNet.Run(Root, null, "nuget", "locals", "global-packages", "--list");
        var others = SourceName().Matches(sources).Select(match => $"""<packageSource key="{match.Groups[1].Value}"><package pattern="*" /></packageSource>""");
        await File.WriteAllTextAsync(Path.Combine(Root, "nuget.config"), $"""
            <configuration>
              <fallbackPackageFolders><add key="restored-before" value="{locals[(locals.IndexOf(':') + 1)..].Trim()}" /></fallbackPackageFolders>
              <packageSources><add key="packed-here" value="{PackageFolder}" /></packageSources>
              <packageSourceMapping>
                <packageSource key="packed-here"><package pattern="CrossTier" /><package pattern="CrossTier.*" /></packageSource>
                {string.Concat(others)}
              </packageSourceMapping>
            </configuration>
            """);
        // Whatever lies above the temporary folder ends here.
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(Path.Combine(Root, file), "<Project />");
        }

        await File.WriteAllTextAsync(Path.Combine(Root, ".editorconfig"), "root = true\n");
    }

    [GeneratedRegex(@"^\s*\d+\.\s+(.+?) \[Enabled\]", RegexOptions.Multiline)]
    private static partial Regex SourceName();
}
