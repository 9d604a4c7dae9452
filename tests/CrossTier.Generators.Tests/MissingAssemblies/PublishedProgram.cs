using System.Diagnostics;
using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Tests.MissingAssemblies;

/// <summary>A program with its assemblies in a folder of their own, as <c>dotnet publish</c> leaves it.</summary>
sealed class PublishedProgram : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("crosstier-published-").FullName;

    public PublishedProgram()
    {
        var core = typeof(AiCallAttribute).Assembly.Location;
        File.Copy(core, PathOf("CrossTier"));
        File.WriteAllText(
            Path.Combine(_folder, "App.runtimeconfig.json"),
            $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }""");
    }

    /// <summary>Builds a library beside the program.</summary>
    public MetadataReference Add(string name, string source, params MetadataReference[] references) =>
        Write(name, new Project { Name = name, References = [.. references], Nullable = NullableContextOptions.Disable }.Compile([source]));

    /// <summary>Builds the program, with what is generated for it.</summary>
    public void AddProgram(string source, params MetadataReference[] references) => Write(
        "App",
        Generation.Of(new Project { Name = "App", Output = OutputKind.ConsoleApplication, References = [.. references] }, source).Output);

    public void Delete(string name) => File.Delete(PathOf(name));

    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet", [PathOf("App")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    MetadataReference Write(string name, Compilation compilation)
    {
        var path = PathOf(name);
        File.WriteAllBytes(path, Program.Image(compilation));
        return MetadataReference.CreateFromFile(path);
    }

    string PathOf(string name) => Path.Combine(_folder, name + ".dll");
}
