using System.Text.RegularExpressions;
using CrossTier.Generators.Tests.Harness;

namespace CrossTier.Generators.Tests;

/// <summary>Outputs are the same on every machine: locations are below the project or mapped by the build, line ends and separators do not matter.</summary>
public sealed partial class LocationTests
{
    static readonly string Code = Source.Usings.ReplaceLineEndings("\n")
        + "class C\n{\n    [AiCall]\n    Task M(IChatClient client) => client.GetResponseAsync(\"hello\");\n}\n";

    [Fact]
    public void A_location_is_below_the_project() =>
        Assert.Equal("Chat/Code.cs(12,42)", Location(Generation.Of(new Project(), new Source("/project/Chat/Code.cs", Code))));

    [Fact]
    public void A_location_outside_the_project_is_mapped_by_the_build()
    {
        Source linked = new("/shared/Code.cs", Code);
        var here = Generation.Of(new Project { PathMap = [new("/shared/", "/_/")] }, linked);
        var there = Generation.Of(new Project { PathMap = [new("/elsewhere/", "/_/")] }, linked with { Path = "/elsewhere/Code.cs" });
        Assert.Equal("/_/Code.cs(12,42)", Location(here));
        Assert.Equal(here.Files.Keys, there.Files.Keys);
        Assert.Equal(Location(here), Location(there));
    }

    [Fact]
    public void A_location_below_a_mapped_project_is_below_it_still() =>
        Assert.Equal("Code.cs(12,42)", Location(Generation.Of(new Project { PathMap = [new("/project/", "/_/")] }, new Source("/project/Code.cs", Code))));

    [Fact]
    public void The_folder_of_a_project_says_nothing()
    {
        var here = Generation.Of(new Project(), new Source("/project/Chat/Code.cs", Code));
        var there = Generation.Of(new Project { Directory = "/home/x/" }, new Source("/home/x/Chat/Code.cs", Code));
        Assert.Equal(here.Files, there.Files);
    }

    [Fact]
    public void The_separators_of_an_operating_system_say_nothing()
    {
        var here = Generation.Of(new Project(), new Source("/project/Chat/Code.cs", Code));
        var there = Generation.Of(new Project { Directory = "C:\\project\\" }, new Source("C:\\project\\Chat\\Code.cs", Code));
        Assert.Equal(here.Files.Keys, there.Files.Keys);
        Assert.Equal(Location(here), Location(there));
    }

    [Fact]
    public void The_line_ends_of_a_source_change_nothing_but_its_checksum()
    {
        var here = Generation.Of(new Project(), new Source("/project/Code.cs", Code));
        var there = Generation.Of(new Project(), new Source("/project/Code.cs", Code.Replace("\n", "\r\n")));
        Assert.DoesNotContain("\r", there.File);
        Assert.Equal(WithoutLocation(here.File), WithoutLocation(there.File));
        Assert.Empty(there.Problems());
    }

    [Fact]
    public void A_line_directive_moves_the_location()
    {
        var generation = Generation.Of(new Source("/project/Code.cs", Code.Replace("    Task M", "#line 7 \"Page.razor\"\n    Task M")));
        Assert.Equal("Page.razor(7,42)", Location(generation));
        Assert.Empty(generation.Problems());
    }

    [Fact]
    public void Each_file_has_its_output_whatever_its_name()
    {
        string[] paths = ["/project/A/Code.cs", "/project/B/Code.cs", "/project/B/code.cs", "/project/Übung 1+2.razor.cs", "/project/", "/other/Code.cs"];
        var generation = Generation.Of([.. paths.Select((path, i) => new Source(path, Code.Replace("class C", "class C" + i)))]);
        Assert.Equal(paths.Length + 1, generation.Files.Count);
        Assert.Empty(generation.Problems());
    }

    // In words beside the interception.
    static string Location(Generation generation) => Comment().Match(generation.File).Groups[1].Value;

    static string WithoutLocation(string text) => Regex.Replace(text, "InterceptsLocation\\(1, \"[^\"]*\"", "");

    [GeneratedRegex(@"InterceptsLocation\(.*\)\] // (.*)$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
