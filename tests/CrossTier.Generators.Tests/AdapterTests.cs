using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Generators.Tests;

/// <summary>What stands in for an SDK's sealed types is written once per compilation, only if a call needs it, and seen by no other assembly.</summary>
public sealed class AdapterTests
{
    const string EmbeddedFile = "CrossTier.Adapters.EmbeddedAttribute.g.cs";

    static readonly string[] OfAsyncCollection = ["AsyncCollectionValues", "EmbeddedAttribute", "MeasuredAsyncCollection", "PageHeaderReader"];

    [Fact]
    public void Two_files_that_need_the_same_adapter_share_it()
    {
        var generation = Generation.Of(Sdk, Apis, Caller("First", "Streamed"), Caller("Second", "Streamed"));
        Assert.Empty(generation.Problems());
        Assert.Equal(OfAsyncCollection, Adapters(generation));
        Assert.DoesNotContain(
            generation.Files,
            file => file.Key.StartsWith("First", StringComparison.Ordinal) && file.Value.Contains("class Measured", StringComparison.Ordinal));
    }

    [Fact]
    public void A_compilation_without_a_need_has_no_adapter() => Assert.Empty(Adapters(Generation.Of(Sdk, Apis, Caller("First", "Asked"))));

    [Fact]
    public void A_project_that_is_switched_off_has_no_adapter() =>
        Assert.Empty(Adapters(Generation.Of(
            new Project { Properties = Project.Property("CrossTierEnabled", "false") },
            Sdk,
            Apis,
            Caller("First", "Streamed"))));

    [Fact]
    public void A_partial_method_needs_its_adapter_too()
    {
        var generation = Generation.Of(Sdk, Apis, new Source("/project/Half.cs", """
            partial class Half
            {
                [CrossTier.AiCall("acme")] public partial System.ClientModel.AsyncCollectionResult<Chunk> Ask();
                System.ClientModel.AsyncCollectionResult<Chunk> AskCore() => new AsyncChunks();
            }
            """));
        Assert.Empty(generation.Problems());
        Assert.Equal(OfAsyncCollection, Adapters(generation));
    }

    [Fact]
    public void An_edit_that_changes_no_need_leaves_adapters_cached()
    {
        var first = Caller("First", "Streamed");
        var before = Generation.Of(Sdk, Apis, first);
        var after = before.After(first with { Text = "// moved down\n" + first.Text }, Caller("Second", "Streamed"));
        Assert.Equal(OfAsyncCollection, Adapters(after));
        Assert.DoesNotContain(after.WrittenAfter(before), IsAdapter);
        Assert.All(after.Result.TrackedSteps[TrackingNames.Adapters].SelectMany(step => step.Outputs), output =>
            Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, output.Reason.ToString()));
    }

    [Fact]
    public void An_edit_that_needs_another_adapter_writes_it_and_one_that_needs_none_takes_it_away()
    {
        var before = Generation.Of(Sdk, Apis, Caller("First", "Streamed"));
        var more = before.After(Caller("Second", "Enumerated"));
        Assert.Empty(more.Problems());
        Assert.Equal(OfAsyncCollection.Concat(["CollectionValues", "MeasuredCollection"]).Order(StringComparer.Ordinal), Adapters(more));
        Assert.Contains("CrossTier.Adapters.MeasuredCollection.g.cs", more.WrittenAfter(before));
        Assert.Empty(Adapters(before.After(Caller("First", "Asked"))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_assemblies_that_see_each_others_internals_measure_through_the_same_adapters(bool asImage)
    {
        var (above, below) = ("Above" + asImage, "Below" + asImage);
        var library = Generation.Of(
            new Project { Name = below },
            Sdk,
            Apis,
            new Source("/project/Friend.cs", $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{above}\")]"),
            Caller("Lower", "Streamed", below),
            Caller("LowerToo", "Enumerated", below));
        Assert.Empty(library.Problems());
        var image = Program.Image(library.Output);
        var application = Generation.Of(
            new Project { Name = above, References = [asImage ? MetadataReference.CreateFromImage(image) : library.Output.ToMetadataReference()] },
            Apis,
            Caller("Upper", "Streamed", above),
            Caller("UpperToo", "Enumerated", above),
            new Source("/project/All.cs", """
                static class All
                {
                    public static async System.Threading.Tasks.Task Ask() { await Lower.Ask(); await LowerToo.Ask(); await Upper.Ask(); await UpperToo.Ask(); }
                }
                """));
        Assert.Empty(application.Problems());
        Assert.Equal(Adapters(library), Adapters(application));
        await Program.Load(application.Output, image).RunAsync("All", "Ask");
        Assert.Equal((2, 2), (Series.Requests("adapters", above, "success"), Series.Requests("adapters", below, "success")));
    }

    [Fact]
    public void A_project_that_declares_the_attribute_itself_keeps_its_own()
    {
        var generation = Generation.Of(
            Sdk,
            Apis,
            Caller("First", "Streamed"),
            new Source("/project/Own.cs", "namespace Microsoft.CodeAnalysis { internal sealed class EmbeddedAttribute : System.Attribute { } }"));
        Assert.Empty(generation.Problems());
        Assert.DoesNotContain(EmbeddedFile, generation.Files.Keys);
        Assert.Contains("CrossTier.Adapters.MeasuredAsyncCollection.g.cs", generation.Files.Keys);
    }

    [Fact]
    public void Another_generators_attribute_is_shared()
    {
        var project = new Project();
        var input = project.Compile([Sdk, Apis, Caller("First", "Streamed")]);
        var driver = CSharpGeneratorDriver.Create(
            [new Another().AsSourceGenerator(), new CrossTierGenerator().AsSourceGenerator()],
            parseOptions: project.Parsing,
            optionsProvider: project.Options)
            .RunGeneratorsAndUpdateCompilation(input, out var output, out _, TestContext.Current.CancellationToken);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden));
        Assert.DoesNotContain(driver.GetRunResult().Results[1].GeneratedSources, source => source.HintName == EmbeddedFile);
    }

    static string[] Adapters(Generation generation) =>
        [.. generation.Files.Keys.Where(IsAdapter).Select(file => file.Split('.')[2]).Order(StringComparer.Ordinal)];

    static bool IsAdapter(string file) => file.StartsWith("CrossTier.Adapters.", StringComparison.Ordinal);

    static Source Caller(string type, string method, string model = "m")
    {
        var call = method switch
        {
            "Streamed" => "await foreach (var _ in new Sdk().Streamed()) { }",
            "Enumerated" => "foreach (var _ in new Sdk().Enumerated()) { }",
            _ => "new Sdk().Asked();",
        };
        return new($"/project/{type}.cs", $$"""
            static class {{type}}
            {
                [CrossTier.AiCall("adapters", "{{model}}")]
                internal static async System.Threading.Tasks.Task Ask()
                {
                    {{call}}
                    await System.Threading.Tasks.Task.Yield();
                }
            }
            """);
    }

    static Source Apis => new("/project/Apis.cs", """
        [assembly: CrossTier.AiApi(typeof(Sdk), "Streamed")]
        [assembly: CrossTier.AiApi(typeof(Sdk), "Enumerated")]
        [assembly: CrossTier.AiApi(typeof(Sdk), "Asked")]
        """);

    static Source Sdk => new("/project/Sdk.cs", Source.Usings + """
        using System.ClientModel;
        using System.ClientModel.Primitives;

        public class Sdk
        {
            public AsyncCollectionResult<Chunk> Streamed() => new AsyncChunks();
            public CollectionResult<Chunk> Enumerated() => new Chunks();
            public Chunk Asked() => new Chunk(null);
        }

        public record Chunk(Usage? Usage);

        public record Usage(int InputTokens, int OutputTokens);

        public class AsyncChunks : AsyncCollectionResult<Chunk>
        {
            public override ContinuationToken? GetContinuationToken(ClientResult page) => null;
            public override async IAsyncEnumerable<ClientResult> GetRawPagesAsync() { await Task.Yield();
                yield return ClientResult.FromResponse(new Response()); }
            protected override async IAsyncEnumerable<Chunk> GetValuesFromPageAsync(ClientResult page) { await Task.Yield();
                yield return new Chunk(new Usage(2, 3)); }
        }

        public class Chunks : CollectionResult<Chunk>
        {
            public override ContinuationToken? GetContinuationToken(ClientResult page) => null;
            public override IEnumerable<ClientResult> GetRawPages() => [ClientResult.FromResponse(new Response())];
            protected override IEnumerable<Chunk> GetValuesFromPage(ClientResult page) => [new Chunk(new Usage(2, 3))];
        }

        public class Response : PipelineResponse
        {
            public override int Status => 200;
            public override string ReasonPhrase => "OK";
            public override System.IO.Stream? ContentStream { get; set; }
            public override BinaryData Content => BinaryData.Empty;
            protected override PipelineResponseHeaders HeadersCore => null!;
            public override BinaryData BufferContent(CancellationToken cancellationToken = default) => Content;
            public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => new(Content);
            public override void Dispose() { }
        }
        """);

    sealed class Another : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());
    }
}
