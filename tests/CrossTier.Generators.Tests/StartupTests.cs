using CrossTier.Exposition;
using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Tests;

/// <summary>What the build knows is published before the first call. Alone, since programs that other tests load add call sites to the process.</summary>
[CollectionDefinition(nameof(StartupTests), DisableParallelization = true)]
[Collection(nameof(StartupTests))]
public sealed class StartupTests
{
    [Fact]
    public void What_is_stated_exists_at_zero()
    {
        var program = Generation.Of(Library("startup", "stated")).Load();
        Assert.Null(Series.Requests("startup", "stated", "success"));
        program.Start();
        Assert.All(["success", "failure", "cancelled"], status => Assert.Equal(0, Series.Requests("startup", "stated", status)));
    }

    [Fact]
    public void A_provider_without_a_model_has_its_tier()
    {
        Generation.Of(Library("startup provider", null)).Load().Start();
        Assert.Contains(
            AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.ProviderInfo).Points,
            point => point.Labels.SequenceEqual(["startup provider", "cloud"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_application_declares_what_its_libraries_call(bool asImage)
    {
        var model = "library " + asImage;
        var library = Generation.Of(new Project { Name = "Library" + asImage }, Library("startup", model));
        var image = Program.Image(library.Output);
        var reference = asImage ? MetadataReference.CreateFromImage(image) : (MetadataReference)library.Output.ToMetadataReference();
        var application = Generation.Of(
            new Project { Name = "Application", Output = OutputKind.ConsoleApplication, References = [reference] },
            "static class Entry { static async Task Main() { await Task.Yield(); } }");
        Assert.Empty(application.Problems());
        Program.Load(application.Output, image).Start();
        Assert.Equal(0, Series.Requests("startup", model, "success"));
        Assert.Null(Generation.Of(new Project { Name = "Another", References = [reference] }, "class C;").Startup);
    }

    [Fact]
    public void Declaring_twice_counts_once()
    {
        var generation = Generation.Of(new Project { Name = "Twice" }, Library("startup", "twice"));
        var before = Sites();
        generation.Load().Start();
        var once = Sites();
        generation.Load().Start();
        Assert.Equal((before + 1, before + 1), (once, Sites()));
        Assert.Equal(0, Series.Requests("startup", "twice", "success"));
    }

    [Fact]
    public void A_library_that_is_no_assembly_is_passed_over()
    {
        var broken = MetadataReference.CreateFromImage([1, 2, 3]);
        Assert.Null(Generation.Of(
            new Project { Output = OutputKind.ConsoleApplication, References = [broken] },
            "static class Entry { static void Main() { } }").Startup);
    }

    [Fact]
    public void A_call_inside_a_client_says_that_calls_above_it_may_be_measured_too()
    {
        var generation = Generation.Of("""
            [AiCall]
            class Layer(IChatClient inner) : DelegatingChatClient(inner)
            {
                public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                    CancellationToken cancellationToken = default)
                {
                    var summary = await InnerClient.GetResponseAsync(messages.Take(3), options, cancellationToken);
                    return await base.GetResponseAsync([new(ChatRole.User, summary.Text)], options, cancellationToken);
                }
            }
            """);
        Assert.Contains("Layering.NestedCall()", generation.Startup);
        Assert.Contains("{ IsAside = true };", generation.File);
        Assert.DoesNotContain("Layering", Generation.Of(Library("p", "m")).Startup!);
        generation.Load().Start();
    }

    [Fact]
    public void Calls_that_are_left_unmeasured_on_purpose_are_declared_with_their_providers()
    {
        var project = new Project { Baseline = "# old ones\nM:Chat.Old(OpenAI.Chat.ChatClient) OpenAI.Chat.ChatClient.CompleteChat 1 # kept\nnonsense\n" };
        var generation = Generation.Of(project, """
            class Chat
            {
                [AiIgnore("a ping")]
                public Task Ping(IChatClient client) => client.GetResponseAsync("hello");

                public void Old(OpenAI.Chat.ChatClient client)
                {
                    client.CompleteChat("kept");
                    client.CompleteChat("one more");
                }
            }
            """);
        Assert.Contains("], 0, 1, 1);", generation.Startup);
        Assert.Contains("Startup.DeclareUnmeasured([null], isBaselined: false);", generation.Startup);
        Assert.Contains("Startup.DeclareUnmeasured([\"openai\"], isBaselined: true);", generation.Startup);
        Assert.DoesNotContain("DeclareUnmeasured", Generation.Of(Library("p", "m")).Startup!);
    }

    static double Sites() =>
        AiMetrics.Snapshot()
            .Single(metric => metric.Definition == MetricDefinitions.CallSites).Points
            .Where(point => point.Labels[0] == "measured")
            .Sum(point => point.Value);

    static Source Library(string provider, string? model) => $$"""
        public class Library
        {
            [AiCall("{{provider}}"{{(model is null ? "" : $", \"{model}\"")}})]
            public static Task Ask(IChatClient client) => client.GetResponseAsync("hello");
        }
        """;
}
