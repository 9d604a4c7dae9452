using Microsoft.CodeAnalysis;

namespace CrossTier.EndToEnd.Tests.Documents;

/// <summary>
/// Each C# block of a page compiles, with the generator, in a program that has what its reader has: <c>Context</c>, and the usings of the blocks
/// before it.
/// </summary>
public sealed class CodeBlockTests
{
    const string Usings = """
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.AI;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.SemanticKernel;
        global using OpenTelemetry;
        global using OpenTelemetry.Metrics;
        global using OpenTelemetry.Trace;
        global using Prometheus;
        global using static Context;

        """;

    const string Context = """

        static class Context
        {
            public static readonly IChatClient inner = null!;
            public static readonly IEmbeddingGenerator<string, Embedding<float>> embeddings = null!;
            public static readonly IKernelBuilder builder = null!;
            public static readonly Kernel existingKernel = null!;
            public static readonly IServiceCollection services = null!;
            public static readonly WebApplication app = null!;
            public static readonly MeterProviderBuilder metrics = null!;
            public static readonly OpenAI.Chat.ChatClient client = null!;
        }

        public interface IAcmeClient { AcmeOptions Options { get; } System.Threading.Tasks.Task<AcmeReply> SolveAsync(string question); }
        public record AcmeOptions(string ModelName);
        public record AcmeReply(AcmeMeta Meta);
        public record AcmeMeta(AcmeUsage Billed);
        public record AcmeUsage(int InputTokens, int OutputTokens);
        """;

    // The pages of rules show code that a rule finds: the tests of rules compile it.
    public static TheoryData<string, int> Blocks()
    {
        var blocks = new TheoryData<string, int>();
        foreach (var page in LinkTests.AllPages().Where(page => !page.StartsWith("docs/rules/", StringComparison.Ordinal)))
        {
            for (var number = 0; number < new MarkdownFile(page).Code("csharp").Count(); number++)
            {
                blocks.Add(page, number);
            }
        }

        return blocks;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_of_a_page_compiles(string page, int number)
    {
        var blocks = new MarkdownFile(page).Code("csharp").Take(number + 1).ToList();
        var usings = blocks.SkipLast(1).SelectMany(earlier => earlier).Where(line => line.StartsWith("using ", StringComparison.Ordinal)).Distinct();
        var (_, diagnostics) = ReadmeProgram.Compile(Usings + string.Join('\n', [.. usings, .. blocks[^1], Statement(blocks[^1])]) + Context);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    // A block of attributes alone is no program yet.
    static string Statement(string[] block) => block.Any(line => line.StartsWith("[assembly:", StringComparison.Ordinal)) ? "Console.WriteLine();" : "";
}
