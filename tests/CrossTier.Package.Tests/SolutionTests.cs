using System.Text.RegularExpressions;
using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>The two ways to turn a whole solution on, as docs/enforcement.md shows them.</summary>
public sealed partial class SolutionTests(Feed feed)
{
    const int Calls = 30;

    static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs/enforcement.md"));

    [Fact]
    public async Task The_documented_props_measure_every_project_and_are_silent_in_one_without_calls()
    {
        var props = Snippet("xml", "AssemblyAttribute").Replace("Version=\"0.1.0\"", $"Version=\"{feed.Version}\"", StringComparison.Ordinal);
        Assert.Contains(feed.Version, props);
        var workspace = feed.Workspace().File("Directory.Build.props", props);
        workspace
            .Bare("App", $"""
                // program
                await Chat.Ask(new Fakes.FakeClient());
                {Code.Print}
                """, items: Workspace.Reference("Lib"))
            .Bare("Lib", Code.Unlabelled()).File("Lib/Client.cs", Code.Client)
            .Bare("Quiet", "public static class Nothing;", items: Workspace.Reference("Lib"))
            .File("Vb/Vb.vbproj", """
                <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
                """).File("Vb/Code.vb", "Public Class Nothing_\nEnd Class\n");
        foreach (var project in (string[])["App", "Quiet", "Vb"])
        {
            (await workspace.Build(project)).Succeeded().Says();
        }

        Assert.Contains("unknown,unknown,success 1", await workspace.Run("App"));
    }

    [Fact]
    public async Task The_documented_command_measures_every_call_in_one_go()
    {
        var workspace = feed.Workspace();
        foreach (var project in (string[])["One", "Two", "Three"])
        {
            workspace.Project(project, "public static class Nothing;");
            for (var file = 0; file < Calls / 3; file++)
            {
                workspace.File($"{project}/Chat{file}.cs", Code.Unlabelled($"Chat{file}"));
            }
        }

        workspace.File("All.slnx", """
            <Solution>
              <Project Path="One/One.csproj" />
              <Project Path="Two/Two.csproj" />
              <Project Path="Three/Three.csproj" />
            </Solution>
            """);
        var before = (await workspace.Build("All.slnx")).Succeeded();
        Assert.Equal(Calls / 3, before.Diagnostics.Count(line => line.StartsWith("warning AIC001", StringComparison.Ordinal))); // Of each name one.
        var arguments = Snippet("sh", "dotnet format").Trim()["dotnet ".Length..].Split(' ');
        var (exit, output) = await DotNet.Run(workspace.Folder, feed.Environment, [arguments[0], arguments[1], "All.slnx", .. arguments[2..]]);
        Assert.True(exit == 0, output);
        (await workspace.Build("All.slnx")).Succeeded().Says();
        Assert.All(
            (string[])["One", "Two", "Three"],
            project => Assert.Contains("[assembly: AiCall]", workspace.Read($"{project}/Chat0.cs"), StringComparison.Ordinal));
    }

    static string Snippet(string language, string content) =>
        Block().Matches(Page).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value)
            .Single(text => text.Contains(content, StringComparison.Ordinal));

    [GeneratedRegex("```([a-z]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
