using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CrossTier.Benchmarks.Builds;

/// <summary>The SDK's compiler as a build runs it, with the analyzers and generators that every project has, and no server that keeps anything.</summary>
sealed class Compiler(string folder)
{
    static readonly string Root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
    static readonly string Sdk = Last(Path.Combine(Root, "sdk"));
    static readonly string Pack = Last(Path.Combine(Root, "packs/Microsoft.NETCore.App.Ref"));

    /// <summary>The package's generator and analyzers, from where they were built beside this program.</summary>
    static IEnumerable<string> Package
    {
        get
        {
            var (repository, configuration) = (AppContext.BaseDirectory, new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name);
            while (!File.Exists(Path.Combine(repository, "SourceGen.sln")))
            {
                repository = Path.GetDirectoryName(repository) ?? throw new InvalidOperationException("Run this in a clone of the repository.");
            }

            return new[] { "generators/CrossTier.Generators", "analyzers/CrossTier.Analyzers" }
                .Select(project => Path.Combine(repository, project, "bin", configuration, "netstandard2.0", Path.GetFileName(project) + ".dll"));
        }
    }

    /// <summary>Compiles and says how much time of the processor that took.</summary>
    public TimeSpan Compile(LargeProject project, bool withPackage)
    {
        var arguments = Path.Combine(folder, withPackage ? "with.rsp" : "without.rsp");
        File.WriteAllLines(arguments, Arguments(project, withPackage).Select(argument => $"\"{argument}\""));
        string[] command = ["exec", Path.Combine(Sdk, "Roslyn/bincore/csc.dll"), "/noconfig", "@" + arguments];
        using var process = Process.Start(new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var time = TimeSpan.Zero;
        while (!process.WaitForExit(5))
        {
            time = TimeOf(process) ?? time;
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(output.GetAwaiter().GetResult());
        }

        return time;
    }

    IEnumerable<string> Arguments(LargeProject project, bool withPackage)
    {
        var sdkAnalyzers = Path.Combine(Sdk, "Sdks/Microsoft.NET.Sdk/analyzers");
        string[] analyzers =
        [
            .. Directory.GetFiles(sdkAnalyzers, "*NetAnalyzers.dll").Where(file => !file.Contains("VisualBasic", StringComparison.Ordinal)),
            .. Directory.GetFiles(Path.Combine(Pack, "analyzers/dotnet/cs"), "*.dll"),
        ];
        string[] references =
        [
            .. Directory.GetFiles(Path.Combine(Pack, "ref", "net10.0"), "*.dll"),
            Beside("Microsoft.Extensions.AI.Abstractions.dll"),
            .. withPackage ? [Beside("CrossTier.dll")] : Array.Empty<string>(),
        ];
        return
        [
            "/target:library", "/nologo", "/nullable:enable", "/optimize+", "/debug:portable", "/deterministic+", "/warn:10", "/langversion:14",
            "/out:" + Path.Combine(folder, withPackage ? "With.dll" : "Without.dll"),
            "/analyzerconfig:" + Path.Combine(sdkAnalyzers, "build/config/analysislevel_10_default.globalconfig"),
            .. references.Select(file => "/reference:" + file),
            .. analyzers.Concat(withPackage ? Package : []).Select(file => "/analyzer:" + file),
            .. withPackage ? ["/features:InterceptorsNamespaces=CrossTier.Generated", project.Scope] : Array.Empty<string>(),
            .. project.Sources,
        ];
    }

    static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    static string Last(string folder) =>
        Directory.GetDirectories(folder).OrderBy(name => Version.TryParse(Path.GetFileName(name), out var version) ? version : new Version()).Last();

    static TimeSpan? TimeOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return null; // It has just ended.
        }
    }
}
