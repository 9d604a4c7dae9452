using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>The packed packages on every framework, in every language, in every kind of project: numbers, or one line that says why there are none.</summary>
public sealed class PlatformTests(Feed feed, PlatformBuild build) : IClassFixture<PlatformBuild>
{
    public static TheoryData<PlatformCell> Cells => [.. PlatformCell.Built];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_project_is_measured_or_one_line_reports_why_not(PlatformCell cell)
    {
        var reported = await build.Reported(cell);

        var isExpected = cell.Measures ? reported.Count == 0 : reported.Count == 1 && reported[0].Contains("AIC011", StringComparison.Ordinal);
        Assert.True(isExpected, string.Join('\n', reported));
        Assert.True(File.Exists(build.Assembly(cell)));
        if (cell.RunsOn is not null)
        {
            Assert.Contains(cell.Kind == "test" ? "Total: 1, Errors: 0, Failed: 0" : "counted 1\n", await build.Run(cell));
        }
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net48")]
    public async Task Calls_of_a_framework_without_a_runtime_are_listed_as_refused_and_count_as_not_measured(string framework)
    {
        var workspace = feed.Workspace();
        var cell = new PlatformCell(framework, "csproj", "library");
        PlatformProject.Write(workspace, cell);
        (await workspace.Build(cell.Name)).Succeeded().Says();

        var assembly = Path.Combine(workspace.Folder, $"{cell.Name}/bin/Debug/{framework}/{cell.Name}.dll");
        var image = await File.ReadAllTextAsync(assembly, TestContext.Current.CancellationToken);
        Assert.Contains("state=refused", image);
        Assert.Contains("reason=Framework", image);
        Assert.DoesNotContain("InterceptsLocation", image);

        var (exit, output) = await DotNet.Run(workspace.Folder, null, [feed.ToolAssembly, "coverage", assembly]);
        Assert.Equal(1, exit);
        Assert.Contains("0 % measured: 0 of 1 calls", output);
        Assert.Contains(
            "Assistant.cs:11: Assistant.Ask calls ChatClientExtensions.GetResponseAsync, not measured: nothing is measured on this framework",
            output);
    }
}
