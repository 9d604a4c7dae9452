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
        Assert.Contains("Directory.Build.targets(1) sets InterceptorsNamespaces without what it held", build.Output);
        Assert.Contains("Write $(InterceptorsNamespaces) at the start of its new value.", build.Output);

        workspace.File(
            "App/Directory.Build.targets",
            "<Project><PropertyGroup><InterceptorsNamespaces>$(InterceptorsNamespaces);Theirs</InterceptorsNamespaces></PropertyGroup></Project>");
        (await workspace.Build("App")).Succeeded().Says();
    }

    [Fact]
    public async Task A_package_that_states_interceptors_as_a_feature_is_named()
    {
        var workspace = Workspace()
            .File("App/Directory.Build.targets", """<Project><Import Project="Theirs.targets" /></Project>""")
            .File("App/Theirs.targets", """
                <Project>
                  <PropertyGroup>
                    <Features>$(Features);InterceptorsNamespaces=Theirs</Features>
                  </PropertyGroup>
                </Project>
                """);
        var build = (await workspace.Build("App")).Failed();
        build.Says("error AIC011 App.csproj");
        Assert.Contains("Theirs.targets(3) sets InterceptorsNamespaces inside the property Features", build.Output);

        build = (await workspace.Build("App", "-p:Features=InterceptorsNamespaces=Theirs")).Failed();
        build.Says("error AIC011 App.csproj");
        Assert.Contains("the command line sets InterceptorsNamespaces inside the property Features", build.Output);

        workspace.File("App/Theirs.targets", """
            <Project>
              <PropertyGroup><Features>$(Features);InterceptorsNamespaces=CrossTier.Generated</Features></PropertyGroup>
            </Project>
            """);
        (await workspace.Build("App")).Succeeded().Says();
    }

    [Theory]
    [InlineData("PrivateAssets=\"all\"", "whose first measured call would end in a TypeInitializationException. Remove PrivateAssets")]
    [InlineData("PrivateAssets=\"contentfiles; runtime\"", "whose first measured call would end in a TypeInitializationException. Remove PrivateAssets")]
    [InlineData("IncludeAssets=\"runtime; build; analyzers\"", "leaves out its assets 'compile'")]
    [InlineData("ExcludeAssets=\"compile\"", "leaves out its assets 'compile'")]
    public async Task A_reference_that_keeps_assets_from_a_library_or_its_users_is_an_error(string metadata, string message)
    {
        var build = (await WithReference("Lib", metadata, "public static class Nothing;").Build("Lib")).Failed();
        build.Says("error AIC011 Lib.csproj");
        Assert.Contains(message, build.Output);
    }

    [Fact]
    public async Task Analyzers_alone_are_one_error_and_no_type_is_missed()
    {
        const string Code = """
            using CrossTier;
            [assembly: AiCall("acme", "small", Tier = AiTier.Local)]
            [assembly: AiApi(typeof(Nothing), "Ask", Usage = "Usage")]
            public static class Nothing
            {
                [AiQueue("small")] public static int Waiting => 0;
                [CrossTier.AiIgnore("warm-up")] public static void Ask() { }
            }
            """;
        var build = (await WithReference("App", "IncludeAssets=\"analyzers\"", Code).Build("App")).Failed();
        build.Says("error AIC011 CSC");
        Assert.Contains("brings its analyzers without its types", build.Output);

        (await WithReference("Quiet", "IncludeAssets=\"analyzers\"", "public static class Nothing;").Build("Quiet")).Succeeded().Says();
    }

    // NuGet gives these a fixed IncludeAssets, without compile, whatever stands on them.
    [Fact]
    public async Task A_global_reference_is_an_error_that_names_it()
    {
        const string Abstractions = "Microsoft.Extensions.AI.Abstractions";
        var version = Repository.VersionOf(Abstractions);
        var workspace = feed.Workspace()
            .Bare("App", "[assembly: CrossTier.AiCall]\npublic static class Nothing;", "<ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>")
            .File("App/Directory.Packages.props", $"""
                <Project>
                  <ItemGroup>
                    <PackageVersion Include="{Abstractions}" Version="{version}" />
                    <GlobalPackageReference Include="CrossTier" Version="{feed.Version}" />
                  </ItemGroup>
                </Project>
                """);
        workspace.File("App/App.csproj", workspace.Read("App/App.csproj").Replace($" Version=\"{version}\"", "", StringComparison.Ordinal));
        var build = (await workspace.Build("App")).Failed();
        build.Says("error AIC011 App.csproj");
        Assert.Contains("as a GlobalPackageReference", build.Output);
    }

    [Theory]
    [InlineData("PrivateAssets=\"analyzers\"", "public static class Nothing;")]
    [InlineData("PrivateAssets=\"all\"", "// program\nSystem.Console.WriteLine();")]
    public async Task A_reference_that_keeps_nothing_from_anyone_is_quiet(string metadata, string code) =>
        (await WithReference("Lib", metadata, code).Build("Lib")).Succeeded().Says();

    [Theory]
    [InlineData("vb", "VB", "Public Class Nothing_\nEnd Class\n")]
    [InlineData("fs", "F#", "module Nothing\n")]
    public async Task A_project_in_another_language_gets_one_warning(string extension, string language, string code)
    {
        var workspace = feed.Workspace();
        workspace.File($"App/App.{extension}proj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                {workspace.Package("CrossTier")}
                {(extension == "fs" ? "<Compile Include=\"Code.fs\" />" : "")}
              </ItemGroup>
            </Project>
            """).File($"App/Code.{extension}", code);
        var build = (await workspace.Build("App")).Succeeded();
        build.Says($"warning AIC011 App.{extension}proj");
        Assert.Contains($"CrossTier's attributes measure C# code only, and this is a project in {language}.", build.Output);
        (await workspace.Build("App", "-p:CrossTierEnforcement=none")).Succeeded().Says();
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

    Workspace WithReference(string name, string metadata, string code)
    {
        var workspace = feed.Workspace();
        return workspace.Bare(name, code, items: workspace.Package("CrossTier").Replace(" />", $" {metadata} />", StringComparison.Ordinal));
    }

    Workspace Workspace() => feed.Workspace().Project("App", "public static class Nothing;");
}
