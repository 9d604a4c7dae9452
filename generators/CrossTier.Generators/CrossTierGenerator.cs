using CrossTier.Generators.Discovery;
using CrossTier.Generators.Emission;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators;

/// <summary>Attributes and calls in, metric recording out. The picture of this method is in docs/architecture.md.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CrossTierGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.CompilationProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(SettingsReader.Read)
            .WithTrackingName(TrackingNames.Settings);

        var catalogued = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => CallClassifier.IsCandidate(node), CallReader.Read)
            .Where(static call => call is not null)
            .Select(static (call, _) => call!)
            .WithTrackingName(TrackingNames.Calls);

        // The names of [AiApi] are known to no predicate. Without any of them nothing is looked for.
        var ownCalls = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.AiApi, static (_, _) => true, static (_, _) => true)
            .Collect()
            .Select(static (text, _) => text.Length > 0)
            .Combine(context.CompilationProvider)
            .SelectMany(DeclaredApiCallReader.Read)
            .WithTrackingName(TrackingNames.OwnCalls);

        var calls = catalogued.Collect().Combine(ownCalls.Collect())
            .Select(static (found, _) => found.Left.AddRange(found.Right))
            .Select(DuplicateFiles.Refuse)
            .Combine(settings)
            .Select(UnboundCalls.Refuse)
            .WithTrackingName(TrackingNames.MeasuredCalls);

        var partials = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.AiCall, PartialMethodReader.IsCandidate, PartialMethodReader.Read)
            .Where(static partial => partial is not null)
            .Select(static (partial, _) => partial!)
            .WithTrackingName(TrackingNames.Partials);

        var queues = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.AiQueue, static (_, _) => true, QueueReader.Read)
            .Where(static queue => queue is not null)
            .Select(static (queue, _) => queue!)
            .WithTrackingName(TrackingNames.Queues);

        var referenced = context.MetadataReferencesProvider
            .Select(ReferencedInventoryReader.Read)
            .Where(static inventory => inventory is not null)
            .Select(static (inventory, _) => inventory!)
            .WithTrackingName(TrackingNames.Referenced);

        var baseline = context.AdditionalTextsProvider
            .Where(BaselineReader.IsBaseline)
            .Select(BaselineReader.Read)
            .SelectMany(static (lines, _) => lines)
            .Collect()
            .WithTrackingName(TrackingNames.Baseline);

        var files = calls.Combine(partials.Collect()).Combine(settings)
            .SelectMany(FileGrouping.Group)
            .WithTrackingName(TrackingNames.Files);
        context.RegisterSourceOutput(files, FileEmitter.Emit);

        var adapters = calls.Combine(partials.Collect()).Combine(settings)
            .Select(AdapterReader.Read)
            .SelectMany(static (needed, _) => AdapterSources.WithParts(needed))
            .WithTrackingName(TrackingNames.Adapters);
        context.RegisterSourceOutput(adapters, AdapterEmitter.Emit);

        var missingTypes = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => UnboundAttributeReader.IsCandidate(node), UnboundAttributeReader.IsUnbound)
            .Collect()
            .Select(static (unbound, _) => unbound.Contains(true))
            .WithTrackingName(TrackingNames.MissingTypes);
        context.RegisterSourceOutput(missingTypes, MissingTypesEmitter.Emit);

        var startup = calls.Combine(partials.Collect()).Combine(settings.Combine(baseline)).Combine(referenced.Collect().Combine(queues.Collect()))
            .Select(StartupReader.Read)
            .WithTrackingName(TrackingNames.Startup);
        context.RegisterSourceOutput(startup, StartupEmitter.Emit);
    }
}
