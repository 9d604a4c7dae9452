using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>How loud an unmeasured call is, and who decides.</summary>
public sealed class EnforcementTests(Feed feed)
{
    const string Baseline = """
        # Calls from before the rules.
        M:Chat.Ask(Microsoft.Extensions.AI.IChatClient) Microsoft.Extensions.AI.ChatClientExtensions.GetResponseAsync 1
        """;

    const string SecondCall = """
        using Microsoft.Extensions.AI;

        public static class Later
        {
            public static Task Ask(IChatClient client) => client.GetResponseAsync("hi");
        }
        """;

    [Fact]
    public async Task A_baseline_lets_the_old_call_stay_and_the_next_one_fail()
    {
        var workspace = feed.Workspace().Project("App", Code.Unlabelled());
        (await workspace.Build("App")).Succeeded().Says("warning AIC001 Code.cs(5)");

        workspace.Project("App", Code.Unlabelled(), "<CrossTierEnforcement>error</CrossTierEnforcement>");
        (await workspace.Build("App")).Failed().Says("error AIC001 Code.cs(5)");

        workspace.File("App/AiCalls.Baseline.txt", Baseline);
        (await workspace.Build("App")).Succeeded().Says();

        workspace.Delete("App/AiCalls.Baseline.txt");
        (await workspace.Build("App")).Failed().Says("error AIC001 Code.cs(5)");

        workspace.File("App/AiCalls.Baseline.txt", Baseline).File("App/Later.cs", SecondCall);
        (await workspace.Build("App")).Failed().Says("error AIC001 Later.cs(5)");
    }

    [Theory]
    [InlineData("AiCalls.Baseline.txt")]
    [InlineData("$(MSBuildProjectDirectory)/AiCalls.Baseline.txt")]
    [InlineData("../App/AiCalls.Baseline.txt")]
    public async Task A_baseline_that_the_project_lists_itself_counts_once(string listed)
    {
        var workspace = feed.Workspace()
            .Project("App", Code.Unlabelled(), "<CrossTierEnforcement>error</CrossTierEnforcement>", $"""<AdditionalFiles Include="{listed}" />""")
            .File("App/AiCalls.Baseline.txt", Baseline);
        (await workspace.Build("App")).Succeeded().Says();
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("suggestion", 0)]
    [InlineData("warning", 0, "warning AIC001 Code.cs(5)")]
    [InlineData(" Error ", 1, "error AIC001 Code.cs(5)")]
    public async Task Each_level_is_as_loud_as_it_says(string level, int exit, params string[] says)
    {
        var build = await feed.Workspace().Project("App", Code.Unlabelled(), $"<CrossTierEnforcement>{level}</CrossTierEnforcement>").Build("App");
        build.Says(says);
        Assert.Equal(exit, build.ExitCode);
    }

    [Theory]
    [InlineData(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.AIC001.severity = warning\n")]
    [InlineData(".globalconfig", "is_global = true\ndotnet_diagnostic.AIC001.severity = warning\n")]
    public async Task The_users_own_configuration_wins_for_a_single_rule(string file, string text)
    {
        var workspace = feed.Workspace()
            .Project(
                "App",
                Code.Unlabelled() + "[CrossTier.AiIgnore(\"\")] public static class Excused { }",
                "<CrossTierEnforcement>error</CrossTierEnforcement>")
            .File("App/" + file, text);
        (await workspace.Build("App")).Failed().Says("error AIC012 Code.cs(6)", "warning AIC001 Code.cs(5)");
    }

    [Fact]
    public async Task A_level_that_does_not_exist_is_one_clear_error()
    {
        var build = (await feed.Workspace().Project("App", Code.Unlabelled(), "<CrossTierEnforcement>eror</CrossTierEnforcement>").Build("App")).Failed();
        build.Says("error AIC011 App.csproj");
        Assert.Contains("CrossTierEnforcement is 'eror'; set it to none, suggestion, warning or error, or leave it out.", build.Output);
    }

    [Fact]
    public async Task A_project_that_gets_the_rules_only_through_a_library_is_not_spoken_to()
    {
        var workspace = feed.Workspace();
        workspace.Project("Lib", "public static class Nothing;")
            .Bare("App", Code.Unlabelled(), "<RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild>", Workspace.Reference("Lib"));
        (await workspace.Build("App")).Succeeded().Says();

        workspace.Bare("App", Code.Unlabelled(), "", Workspace.Reference("Lib"));
        (await workspace.Build("App")).Succeeded().Says();

        workspace.Bare("App", Code.Unlabelled(), "<CrossTierEnforcement>error</CrossTierEnforcement>", Workspace.Reference("Lib"));
        (await workspace.Build("App")).Failed().Says("error AIC001 Code.cs(5)");

        workspace.Bare("App", Code.Unlabelled(), "", Workspace.Reference("Lib") + workspace.Package("CrossTier.Prometheus"));
        (await workspace.Build("App")).Succeeded().Says("warning AIC001 Code.cs(5)");
    }
}
