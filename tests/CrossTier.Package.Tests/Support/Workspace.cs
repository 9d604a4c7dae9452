namespace CrossTier.Package.Tests.Support;

/// <summary>A folder with projects that know the packages and nothing of this repository.</summary>
sealed class Workspace(Feed feed, string folder)
{
    public string Folder => folder;

    public Workspace File(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
        return this;
    }

    public string Read(string path) => System.IO.File.ReadAllText(Path.Combine(folder, path));

    public void Delete(string path) => System.IO.File.Delete(Path.Combine(folder, path));

    /// <summary>A project that references CrossTier itself.</summary>
    public Workspace Project(string name, string code, string properties = "", string items = "") =>
        Bare(name, code, properties, Package("CrossTier") + items);

    /// <summary>A project that has only what it is given, and the SDK whose calls are measured.</summary>
    public Workspace Bare(string name, string code, string properties = "", string items = "", string sdk = "Microsoft.NET.Sdk") =>
        File($"{name}/{name}.csproj", $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType Condition="Exists('Program.cs')">Exe</OutputType>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <WarningsAsErrors>$(WarningsAsErrors);CS8785;CS9057</WarningsAsErrors>
            <!-- A registry may lack the very version that a dependency of a dependency names. -->
            <NoWarn>$(NoWarn);NU1603</NoWarn>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.Extensions.AI.Abstractions" Version="{Repository.VersionOf("Microsoft.Extensions.AI.Abstractions")}" />
            {items}
          </ItemGroup>
        </Project>
        """).File($"{name}/{(code.Contains("// program", StringComparison.Ordinal) ? "Program.cs" : "Code.cs")}", code);

    public string Package(string id) => $"""<PackageReference Include="{id}" Version="{feed.Version}" />""";

    public static string Reference(string name) => $"""<ProjectReference Include="../{name}/{name}.csproj" />""";

    /// <summary>Builds a project, with properties and switches as given.</summary>
    public async Task<Build> Build(string name, params IEnumerable<string> arguments)
    {
        var (exit, output) = await DotNet.Run(folder, feed.Environment, ["build", name, "-m:1", "-nologo", "-tl:off", .. arguments]);
        return new Build(exit, output);
    }

    /// <summary>Builds a project of tests and runs them.</summary>
    public Task<(int ExitCode, string Output)> Test(string name, params IEnumerable<string> arguments) =>
        DotNet.Run(folder, feed.Environment, ["test", name, "-m:1", "-nologo", "-tl:off", .. arguments]);

    /// <summary>Runs a program while its files are edited.</summary>
    public WatchedProgram Watch(string name) =>
        new(
            DotNet.Start(Path.Combine(folder, name), feed.Environment, "watch", "run", "--non-interactive"),
            Path.Combine(folder, name),
            Path.Combine(folder, "edited.tmp"));

    /// <summary>Runs what was built.</summary>
    public async Task<string> Run(string name)
    {
        var (exit, output) = await DotNet.Run(folder, feed.Environment, Path.Combine(folder, name, "bin/Debug/net10.0", name + ".dll"));
        Assert.True(exit == 0, output);
        return output;
    }
}
