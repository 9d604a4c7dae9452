using System.Collections.Immutable;
using System.Runtime.Loader;
using CrossTier.Analyzers.Tests.Support;
using CrossTier.Exposition;
using CrossTier.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>What a source was found to be: by the generator, by the rules and by running it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Inventory">The inventory's entries by the position of the call.</param>
/// <param name="Flags">The diagnostics that flag a call, by its position.</param>
/// <param name="Recorded">The requests that were recorded while it ran, by model.</param>
sealed record Outcome(
    string Source,
    ILookup<LinePosition, IReadOnlyDictionary<string, string>> Inventory,
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
        await Run(compilation);
        return new Outcome(
            source,
            Lines(compilation).ToLookup(PositionOf),
            flags.Where(flag => flag.Id is "AIC001" or "AIC002").ToLookup(flag => flag.Location.GetLineSpan().StartLinePosition, flag => flag.Id),
            Requests().Where(series => series.Value != before.GetValueOrDefault(series.Key)).ToDictionary(series => series.Key, series => series.Value - before.GetValueOrDefault(series.Key)));
    }

    static async Task Run(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var context = new AssemblyLoadContext("program", isCollectible: true);
        try
        {
            await (Task)context.LoadFromStream(image).GetType("Entry", throwOnError: true)!.GetMethod("RunAsync")!.Invoke(null, null)!;
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

    // The pairs of a line are divided by tabs; none that is looked at here holds an escape.
    static IEnumerable<IReadOnlyDictionary<string, string>> Lines(Compilation compilation) => compilation.Assembly.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == "AssemblyMetadataAttribute" && attribute.ConstructorArguments[0].Value is "CrossTier.Call")
        .Select(attribute => ((string)attribute.ConstructorArguments[1].Value!).Split('\t').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]));

    static LinePosition PositionOf(IReadOnlyDictionary<string, string> line) =>
        new(int.Parse(line["line"], null) - 1, int.Parse(line["column"], null) - 1);
}
