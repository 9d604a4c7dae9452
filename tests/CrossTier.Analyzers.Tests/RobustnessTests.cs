using CrossTier.Analyzers.Tests.Support;
using CrossTier.Testing;

namespace CrossTier.Analyzers.Tests;

/// <summary>Half-typed code: no rule throws on a file that ends anywhere. <see cref="Project.Analyze"/> fails on AD0001.</summary>
public sealed class RobustnessTests
{
    static readonly int Step = Nightly.Step(200);

    public static TheoryData<string> Files() =>
    [
        "tests/CrossTier.Analyzers.Tests/Samples/EveryForm.txt",
        "tests/CrossTier.Analyzers.Tests/Samples/HalfTyped.txt",
        "tests/CrossTier.Analyzers.Tests/BaselineTests.cs",
        "tests/CrossTier.Analyzers.Tests/Support/OtherInterceptor.cs",
        "src/CrossTier/AiCallAttribute.cs",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task No_prefix_of_a_file_makes_a_rule_throw(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));
        for (var length = Step / 2; length < text.Length + Step; length += Step)
        {
            await Look(text[..Math.Min(length, text.Length)]);
        }
    }

    // A line that is gone leaves other ruins than an end that is missing.
    [Fact]
    public async Task No_missing_line_makes_a_rule_throw()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests/CrossTier.Analyzers.Tests/Samples/EveryForm.txt"));
        for (var gone = 0; gone < lines.Length; gone += 3)
        {
            await Look(string.Join('\n', lines.Where((_, line) => line != gone)));
        }
    }

    static async Task Look(string text)
    {
        var project = new Project
        {
            Baseline = "M:C.Ask Api 1",
            Properties = new Dictionary<string, string> { ["CrossTierDirectReference"] = "true", ["CrossTierReport"] = "true" },
        };
        await project.Analyze(project.Compile(text), Project.AllAnalyzers);
    }
}
