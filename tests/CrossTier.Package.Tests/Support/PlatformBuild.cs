using System.Diagnostics;

namespace CrossTier.Package.Tests.Support;

/// <summary>The projects of all cells, built in one go; native ones are published when they are asked for.</summary>
public sealed class PlatformBuild(Feed feed) : IAsyncLifetime
{
    readonly Workspace _workspace = feed.Workspace();
    string _output = "";

    public async ValueTask InitializeAsync()
    {
        var projects = new List<string>();
        foreach (var cell in PlatformCell.Built)
        {
            var written = PlatformProject.Write(_workspace, cell);
            projects.AddRange(cell.Kind == "native" ? [] : written);
        }

        _workspace.File("All.slnx", $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}\" />"))}</Solution>");
        (_, _output) = await DotNet.Run(_workspace.Folder, feed.Environment, ["build", "All.slnx", "-m:2", .. Switches]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the build reported of a cell's projects, each line once.</summary>
    internal async Task<IReadOnlyList<string>> Reported(PlatformCell cell)
    {
        var output = cell.Kind == "native"
            ? (await DotNet.Run(_workspace.Folder, feed.Environment, ["publish", cell.Name, "-o", Published(cell), "-m:2", .. Switches])).Output
            : _output;
        return
        [
            .. output.Split('\n')
                .Where(line => line.Contains($"/{cell.Name}/", StringComparison.Ordinal) || line.Contains($"/{cell.Name}_host/", StringComparison.Ordinal))
                .Where(line => line.Contains(": error ", StringComparison.Ordinal)
                    || line.Contains(": warning ", StringComparison.Ordinal)
                    || line.Contains(": message ", StringComparison.Ordinal))
                .Select(line => line.Trim())
                .Distinct(),
        ];
    }

    /// <summary>What the cell's assembly was compiled to.</summary>
    internal string Assembly(PlatformCell cell) =>
        Directory.GetFiles(Path.Combine(_workspace.Folder, cell.Name, "obj"), cell.Name + ".*", SearchOption.AllDirectories)
            .First(file => Path.GetExtension(file) is ".dll" or ".exe" && !file.Contains("/ref", StringComparison.Ordinal));

    /// <summary>Runs the cell's program, or the one that uses the library.</summary>
    internal async Task<string> Run(PlatformCell cell)
    {
        var name = cell.IsProgram ? cell.Name : cell.Name + "_host";
        var folder = cell.Kind == "native"
            ? Path.Combine(_workspace.Folder, Published(cell))
            : Directory.GetDirectories(Path.Combine(_workspace.Folder, name, "bin/Debug", cell.RunsOn!)).Single();
        using var program = Process.Start(new ProcessStartInfo(Path.Combine(folder, name)) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        return await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    static string[] Switches => ["-nologo", "-tl:off", "-clp:NoSummary"];

    static string Published(PlatformCell cell) => cell.Name + "/published";
}
