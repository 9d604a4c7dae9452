using System.Collections.Immutable;
using System.Runtime.Loader;
using CrossTier.Analyzers.Tests.Support;
using CrossTier.Assemblies;
using CrossTier.Exposition;
using CrossTier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>What a source was found to be: by the generator, by the rules and by running it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Inventory">The inventory's entries by the line, from 0, that the PDB has for them.</param>
/// <param name="Flags">The diagnostics that flag a call, by its position.</param>
/// <param name="Recorded">The requests that were recorded while it ran, by model.</param>
sealed record Outcome(
    string Source,
    ILookup<int, IReadOnlyDictionary<string, string>> Inventory,
    ILookup<LinePosition, string> Flags,
    IReadOnlyDictionary<string, double> Recorded)
{
    static readonly Project Project = new()
    {
        Properties = new Dictionary<string, string> { ["CrossTierDirectReference"] = "true", ["CrossTierEnabled"] = "true" },
        Generators = [new CrossTierGenerator()],
    };

    public static async Task<Outcome> Of(string source)
    {
        var compilation = Project.Compile(source);
        var flags = await Project.Analyze(compilation, Project.AllAnalyzers);
        var before = Requests();
        var image = Image(compilation);
        await Run(image);
        return new Outcome(
            source,
            Calls(image).ToLookup(call => (call.Location?.Line ?? 0) - 1, call => call.Values),
            flags.Where(flag => flag.Id is "AIC001" or "AIC002").ToLookup(flag => flag.Location.GetLineSpan().StartLinePosition, flag => flag.Id),
            Requests().Where(series => series.Value != before.GetValueOrDefault(series.Key))
                .ToDictionary(series => series.Key, series => series.Value - before.GetValueOrDefault(series.Key)));
    }

    static byte[] Image(Compilation compilation)
    {
        using var image = new MemoryStream();
        var level = compilation.SyntaxTrees.Sum(tree => tree.Length) % 2 == 0 ? OptimizationLevel.Debug : OptimizationLevel.Release;
        var result = compilation.WithOptions(compilation.Options.WithOptimizationLevel(level))
            .Emit(
                image,
                options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded),
                cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }

    static async Task Run(byte[] image)
    {
        var context = new AssemblyLoadContext("program", isCollectible: true);
        try
        {
            await (Task)context.LoadFromStream(new MemoryStream(image)).GetType("Entry", throwOnError: true)!.GetMethod("RunAsync")!.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }

    static ImmutableDictionary<string, double> Requests() =>
        AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.Requests).Points
            .GroupBy(point => point.Labels[1])
            .ToImmutableDictionary(points => points.Key, points => points.Sum(point => point.Value));

    static IReadOnlyList<InventoryCall> Calls(byte[] image)
    {
        using var file = AssemblyFile.Open(new MemoryStream(image));
        return InventoryCalls.Read(file);
    }
}
