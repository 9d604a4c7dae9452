namespace CrossTier.Package.Tests.Support;

/// <summary>The projects of a cell: its own, and for a library that can run here a program that uses it.</summary>
static class PlatformProject
{
    const string OwnRuntime = """
        <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
        <SelfContained>true</SelfContained>
        <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
        """;

    const string Native = """
        <PublishAot>true</PublishAot>
        <CppCompilerAndLinker Condition="!Exists('/usr/bin/clang')">gcc</CppCompilerAndLinker>
        """;

    /// <summary>Writes them.</summary>
    /// <returns>Their files, from the workspace's folder.</returns>
    public static IReadOnlyList<string> Write(Workspace workspace, PlatformCell cell)
    {
        var own = WriteOwn(workspace, cell);
        return cell.IsProgram || cell.RunsOn is null ? [own] : [own, WriteHost(workspace, cell, own)];
    }

    static string WriteOwn(Workspace workspace, PlatformCell cell)
    {
        var extension = cell.Language[..2];
        var runs = cell.IsProgram && cell.RunsOn is not null;
        var file = $"{cell.Name}/{cell.Name}.{cell.Language}";
        workspace.File($"{cell.Name}/Assistant.{extension}", PlatformSources.Assistant[cell.Language]);
        if (cell.IsProgram)
        {
            workspace.File($"{cell.Name}/Program.{extension}", runs ? PlatformSources.Program(cell) : PlatformSources.Compiled(cell));
        }

        if (runs && cell.Language == "csproj")
        {
            workspace.File($"{cell.Name}/Client.cs", Code.Client);
        }

        workspace.File(file, $"""
            <Project Sdk="{(cell.Kind == "web" ? "Microsoft.NET.Sdk.Web" : "Microsoft.NET.Sdk")}">
              <PropertyGroup>
                <TargetFramework>{cell.Framework}</TargetFramework>
                <OutputType>{(cell.IsProgram ? "Exe" : "Library")}</OutputType>
                <RootNamespace></RootNamespace>
                <CrossTierEnforcement>error</CrossTierEnforcement>
                <TreatWarningsAsErrors>{(cell.Language == "csproj" ? "true" : "false")}</TreatWarningsAsErrors>
                <IsTestProject>{(cell.Kind == "test" ? "true" : "false")}</IsTestProject>
                <ImplicitUsings>{(cell.HasRuntime && cell.Language == "csproj" ? "enable" : "disable")}</ImplicitUsings>
                <Nullable>{(cell.HasRuntime && cell.Language == "csproj" ? "enable" : "disable")}</Nullable>
                {(runs ? OwnRuntime : "")}
                {(cell.Kind == "native" ? Native : "")}
                <NoWarn>$(NoWarn);NU1603;IL2104;NETSDK1206</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                {workspace.Package("CrossTier")}
                {(runs && !cell.Measures ? workspace.Package("CrossTier.Extensions.AI") : "")}
                {Package("Microsoft.Extensions.AI.Abstractions")}
                {(cell.Kind == "test" ? Package("xunit.v3.mtp-off") : "")}
                {(cell.Language == "fsproj" ? $"<Compile Include=\"Assistant.fs\" />{(cell.IsProgram ? "<Compile Include=\"Program.fs\" />" : "")}" : "")}
              </ItemGroup>
            </Project>
            """);
        return file;
    }

    static string WriteHost(Workspace workspace, PlatformCell library, string reference)
    {
        var name = library.Name + "_host";
        workspace.File($"{name}/Program.cs", PlatformSources.Host(library)).File($"{name}/Client.cs", Code.Client).File($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{library.RunsOn}</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                {OwnRuntime}
                <NoWarn>$(NoWarn);NU1603</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../{reference}" />
                {(library.Measures ? "" : workspace.Package("CrossTier.Extensions.AI"))}
              </ItemGroup>
            </Project>
            """);
        return $"{name}/{name}.csproj";
    }

    static string Package(string id) => $"""<PackageReference Include="{id}" Version="{Repository.VersionOf(id)}" />""";
}
