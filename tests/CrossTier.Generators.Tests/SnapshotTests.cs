using CrossTier.Generators.Tests.Harness;

namespace CrossTier.Generators.Tests;

/// <summary>One generated file as a person reads it. <c>CROSSTIER_UPDATE_SNAPSHOTS=1</c> writes the expected text anew, for a person to review.</summary>
public sealed class SnapshotTests
{
    static readonly string Version = typeof(CrossTierGenerator).Assembly.GetName().Version!.ToString(3);

    const string Code = """
        using System.Threading.Tasks;
        using CrossTier;
        using Microsoft.Extensions.AI;

        namespace Acme;

        public partial class Triage(IChatClient client)
        {
            [AiCall("ollama", "llama3.2", Instance = "gpu-1")]
            public async Task<bool> IsUrgentAsync(string mail)
            {
                var reply = await client.GetResponseAsync($"Urgent? {mail}");
                return reply.Text == "yes";
            }

            [AiCall("acme")]
            public partial Task<Reply> AskAsync(string question);

            Task<Reply> AskAsyncCore(string question) => Task.FromResult(new Reply("42", new Usage(1, 2)));
        }

        public record Reply(string Text, Usage Usage);

        public record Usage(int InputTokens, int OutputTokens);
        """;

    [Fact]
    public void A_call_and_a_partial_method_generate_the_snapshot()
    {
        var generation = Generation.Of(new Source("/project/Triage.cs", Code.ReplaceLineEndings("\n")));
        Assert.Empty(generation.Problems());
        AssertIs("Triage.cs.txt", generation.File.Replace(Version, "{version}", StringComparison.Ordinal));
        Assert.InRange(generation.File.Count(character => character == '\n'), 1, 119);
    }

    static void AssertIs(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("CROSSTIER_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path.Combine(SourceFolder(), "Snapshots", name), text);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots", name)).ReplaceLineEndings("\n"), text);
    }

    static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
