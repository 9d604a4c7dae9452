using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary>AIC011: a build that cannot measure or cannot check says so before anything else does.</summary>
public sealed class RequirementTests(Feed feed)
{
    [Theory]
    [InlineData("CompilerApiVersion=roslyn4.13", "CrossTier needs C# compiler 4.14 or newer and this build uses 'roslyn4.13'.")]
    [InlineData("LangVersion=10", "CrossTier needs C# 11 or newer and LangVersion is '10'.")]
    [InlineData("LangVersion=ISO-2", "CrossTier needs C# 11 or newer and LangVersion is 'ISO-2'.")]
    [InlineData("RunAnalyzers=false", "RunAnalyzers is false, so nothing checks that every inference call is measured.")]
    [InlineData("RunAnalyzersDuringBuild=false", "RunAnalyzersDuringBuild is false, so nothing checks that every inference call is measured.")]
    public async Task A_property_that_stops_us_is_an_error(string property, string message)
    {
        var build = (await Workspace().Build("App", "-p:" + property)).Failed();
        build.Says("error AIC011 App.csproj");
        Assert.Contains(message, build.Output);
    }

    [Fact]
    public async Task Interceptors_that_were_overwritten_are_an_error()
    {
        var workspace = Workspace().File(
            "App/Directory.Build.targets",
            "<Project><PropertyGroup><InterceptorsNamespaces>Theirs</InterceptorsNamespaces></PropertyGroup></Project>");
        var build = (await workspace.Build("App")).Failed();
        build.Says("error AIC011 App.csproj");
        Assert.Contains("Write $(InterceptorsNamespaces) at the start of its new value.", build.Output);

        workspace.File(
            "App/Directory.Build.targets",
            "<Project><PropertyGroup><InterceptorsNamespaces>$(InterceptorsNamespaces);Theirs</InterceptorsNamespaces></PropertyGroup></Project>");
        (await workspace.Build("App")).Succeeded().Says();
    }

    [Theory]
    [InlineData("CrossTierEnforcement=none")]
    [InlineData("CrossTierEnforcement=suggestion")]
    [InlineData("CrossTierEnabled=false")]
    [InlineData("RunAnalyzers=true", "RunAnalyzersDuringBuild=false")]
    [InlineData("LangVersion=latest", "RunAnalyzers=true")]
    public async Task A_project_that_wants_no_check_gets_no_error(params string[] properties)
    {
        var all = properties.Any(property => property.StartsWith("RunAnalyzers", StringComparison.Ordinal))
            ? properties
            : [.. properties, "RunAnalyzers=false"];
        (await Workspace().Build("App", all.Select(property => "-p:" + property))).Succeeded().Says();
    }

    [Fact]
    public async Task A_level_sets_this_rule_too() =>
        (await Workspace().Build("App", "-p:CrossTierEnforcement=warning", "-p:RunAnalyzers=false")).Succeeded().Says("warning AIC011 App.csproj");

    Workspace Workspace() => feed.Workspace().Project("App", "public static class Nothing;");
}
