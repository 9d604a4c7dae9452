using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Generators.Tests;

/// <summary>Generated code compiles without a word in whatever project it lands.</summary>
public sealed class ConsumerTests
{
    const string Everything = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using CrossTier;
        using Microsoft.Extensions.AI;
        using OpenAI.Chat;
        using OpenAI.Embeddings;

        [AiCall]
        public static partial class Everything
        {
            public static async Task Chat(IChatClient client, Microsoft.Extensions.AI.ChatMessage message)
            {
                await client.GetResponseAsync("text");
                await client.GetResponseAsync(message);
                await client.GetResponseAsync<Answer>("text");
                await foreach (var update in client.GetStreamingResponseAsync("text")) { }
            }

            public static async Task OpenAI(ChatClient client, OpenAI.Chat.ChatMessage[] messages)
            {
                client.CompleteChat(messages);
                await client.CompleteChatAsync(messages);
                foreach (var update in client.CompleteChatStreaming(messages)) { }
                await foreach (var update in client.CompleteChatStreamingAsync(messages)) { }
                await client.CompleteChatAsync(System.ClientModel.BinaryContent.Create(BinaryData.FromString("{}")));
            }

            public static async Task Embeddings(IEmbeddingGenerator<string, Embedding<float>> generator, EmbeddingClient client)
            {
                await generator.GenerateAsync(new[] { "text" });
                await generator.GenerateAsync("text");
                await generator.GenerateVectorAsync("text");
                await generator.GenerateAndZipAsync(new[] { "text" });
                await client.GenerateEmbeddingAsync("text");
                client.GenerateEmbeddings(new[] { "text" });
            }

            [AiCall("acme")]
            public static partial Task<Answer> Ask(string text);

            static Task<Answer> AskCore(string text) => Task.FromResult(new Answer());

            [AiCall("acme")]
            public static partial IAsyncEnumerable<Answer> Stream(string text);

            static IAsyncEnumerable<Answer> StreamCore(string text) => AsyncEnumerable.Empty<Answer>();

            [AiQueue("llama3.2")]
            static int Waiting => 3;

            public class Answer
            {
                public Usage Usage { get; set; }

                public string Model { get; set; }
            }

            public class Usage
            {
                public int? InputTokens { get; set; }

                public long OutputTokens { get; set; }
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void Its_language_may_be(LanguageVersion language)
    {
        var generation = Generation.Of(
            new Project { Language = language, Nullable = NullableContextOptions.Disable },
            new Source("/project/Everything.cs", Everything));
        Assert.Empty(generation.Problems());
        Assert.Equal(17, generation.Inventory.Length);
        Assert.All(generation.Inventory, entry => Assert.Equal("measured", entry.State));
    }

    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public void Its_null_checks_may_be(NullableContextOptions nullable)
    {
        var generation = Generation.Of(new Project { Nullable = nullable }, new Source("/project/Everything.cs", Everything));
        Assert.DoesNotContain(
            generation.Output.GetDiagnostics(TestContext.Current.CancellationToken),
            diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden
                && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Its_coverage_leaves_generated_types_out()
    {
        var generated = Generation.Of(new Source("/project/Everything.cs", Everything)).Result.GeneratedSources
            .SelectMany(source => source.SyntaxTree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .ToList();
        Assert.Contains(generated, type => type.Identifier.Text == "MeasuredAsyncCollection");
        Assert.All(generated, type => Assert.Superset(
            new HashSet<string> { "ExcludeFromCodeCoverage", "GeneratedCode" },
            type.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name.ToString().Split('.')[^1]).ToHashSet()));
    }

    [Fact]
    public void Its_names_may_hide_every_name()
    {
        var generation = Generation.Of(new Source("/project/Hidden.cs", """
            using CrossTier;
            using Microsoft.Extensions.AI;

            class Task; class Exception; class String; class Sites; class Interceptors; class ReplyReader0; class ClientReader0; class Startup;

            namespace Hidden
            {
                class System; class Microsoft; class CrossTier;

                [global::CrossTier.AiCall("p", "m")]
                class C<Task, Sites>
                {
                    void M(IChatClient client) => client.GetResponseAsync<Task>("text");
                }

                partial class P<System, Exception>
                {
                    [global::CrossTier.AiCall("p", "m")]
                    public partial string AskAsync<CrossTier>(System system, CrossTier crossTier);

                    string AskAsyncCore<CrossTier>(System system, CrossTier crossTier) => "";
                }
            }
            """));
        Assert.DoesNotContain(
            generation.Problems(),
            problem => problem.Contains("error", StringComparison.Ordinal) || problem.Contains(".g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_APIs_may_be_experimental_or_obsolete()
    {
        var generation = Generation.Of("""
            using System.Diagnostics.CodeAnalysis;

            #pragma warning disable EXP1, EXP2, EXP3, EXP4, OLD1, CS0618

            [Experimental("EXP1")] public class Options : ChatOptions;

            [Obsolete("", DiagnosticId = "OLD1")] public class Text;

            public class Reply
            {
                [Experimental("EXP2")] public string? Model => "m";

                [Obsolete("no more", error: true)] public Usage? Usage => null;

                [Obsolete("soon")] public Usage? TokenUsage => new();
            }

            [Experimental("EXP3")] public class Usage
            {
                [Experimental("EXP4")] public int InputTokens => 1;

                public int OutputTokens => 2;
            }

            public partial class Acme
            {
                [AiCall("acme")] public partial Task<Reply> AskAsync(Options options, Dictionary<string, Text[]> text);

                Task<Reply> AskAsyncCore(Options options, Dictionary<string, Text[]> text) => Task.FromResult(new Reply());
            }
            """);
        Assert.Empty(generation.Problems());
        Assert.Contains("TokenUsage", generation.File);
    }

    [Fact]
    public void Its_replies_may_name_a_thing_twice()
    {
        var generation = Generation.Of("""
            public interface IFirst { Usage Usage { get; } }

            public interface ISecond { Usage Usage { get; } }

            public interface IBoth : IFirst, ISecond { string Model { get; } }

            public record Usage(int InputTokens, int OutputTokens);

            public partial class Acme
            {
                [AiCall("acme")] public partial Task<IBoth> AskAsync();

                Task<IBoth> AskAsyncCore() => throw new NotSupportedException();
            }
            """);
        Assert.Empty(generation.Problems());
        Assert.Contains("reply.Model", generation.File);
    }
}
