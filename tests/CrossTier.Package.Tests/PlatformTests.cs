using System.Diagnostics;
using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>The packed packages on every framework, in every language, in every kind of project: numbers, or one line that says why there are none.</summary>
public sealed class PlatformTests(Feed feed)
{
    public static TheoryData<string, string, string> Cells
    {
        get
        {
            TheoryData<string, string, string> cells = [];
            foreach (var cell in PlatformCell.Built)
            {
                cells.Add(cell.Framework, cell.Language, cell.Kind);
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_project_is_measured_or_one_line_reports_why_not(string framework, string language, string kind)
    {
        var cell = new PlatformCell(framework, language, kind);
        var workspace = feed.Workspace();
        PlatformProject.Write(workspace, cell);

        var (exit, output) = await DotNet.Run(
            workspace.Folder,
            feed.Environment,
            [kind == "native" ? "publish" : "build", "App", "-o", "out", "-m:1", "-nologo", "-tl:off", "-clp:NoSummary"]);

        Assert.True(exit == 0, output);
        var reported = output.Split('\n').Where(line => line.Contains("AIC011", StringComparison.Ordinal)).Distinct();
        Assert.Equal(cell.Measures ? 0 : 1, reported.Count());
        if (cell.Measures && kind != "library")
        {
            Assert.Contains("counted 1", await Printed(workspace));
        }
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net48")]
    public async Task Calls_of_a_framework_without_a_runtime_are_listed_as_refused(string framework)
    {
        var workspace = feed.Workspace();
        PlatformProject.Write(workspace, new PlatformCell(framework, "csproj", "library"));
        (await workspace.Build("App")).Succeeded().Says();

        var image = await File.ReadAllTextAsync(
            Path.Combine(workspace.Folder, $"App/bin/Debug/{framework}/App.dll"),
            TestContext.Current.CancellationToken);

        Assert.Contains("state=refused", image);
        Assert.Contains("reason=Framework", image);
        Assert.DoesNotContain("InterceptsLocation", image);
    }

    static async Task<string> Printed(Workspace workspace)
    {
        using var program = Process.Start(new ProcessStartInfo(Path.Combine(workspace.Folder, "out/App")) { RedirectStandardOutput = true })!;
        return await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
