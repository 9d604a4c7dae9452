using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

public sealed class PartialMethodTests : RuleTest<PartialMethodAnalyzer>
{
    [Theory]
    [InlineData("partial class C { [AiCall] public partial Task<string> Ask(string q); async Task<string> AskCore(string q) => q; }")]
    [InlineData("partial class C { [AiCall] public static partial T Ask<T>(List<T> q); static U AskCore<U>(List<U> q) => q[0]; }")]
    [InlineData("partial class C { [AiCall] public partial void Ask(); public partial void Ask() { } }")]
    [InlineData("partial class C { public partial void Ask(); public partial void Ask() { } [AiCall] void Plain() { } }")]
    public async Task A_method_with_its_core_is_quiet(string source) => await Check(source);

    [Fact]
    public async Task A_missing_core_is_flagged_with_the_signature_to_write()
    {
        var messages = await Check("""
            partial class C
            {
                [[|AiCall("acme")|]] public partial Task<List<int>> Ask<T>(string q, in T value, params int[] rest) where T : struct;
                [[|AiCall|]] internal static partial ref readonly int Get(out int x);
            }
            """);
        Assert.Equal(
            [
                "The measured half of 'Ask' cannot be generated: 'AskCore' is missing; write 'private Task<List<int>> AskCore<T>(string q, "
                + "in T value, params int[] rest) where T : struct'",
                "The measured half of 'Get' cannot be generated: 'GetCore' is missing; write 'private static ref readonly int GetCore(out int x)'",
            ],
            messages);
    }

    [Fact]
    public async Task A_core_of_another_shape_is_flagged()
    {
        var messages = await Check("""
            partial class C
            {
                [[|AiCall|]] public partial Task<string> Ask(string q);
                Task<string> AskCore(int q) => Task.FromResult("");
                [[|AiCall|]] public static partial int Get();
                int GetCore() => 1;
            }
            """);
        Assert.Contains("'AskCore' has another shape; write 'private Task<string> AskCore(string q)'", messages[0]);
        Assert.Contains("write 'private static int GetCore()'", messages[1]);
    }

    // These do not compile either; the rule says what to do in words of its own.
    [Theory]
    [InlineData("class C { [AiCall] public partial Task Ask(); Task AskCore() => null!; }", "the type 'C' is not partial; write 'partial class C'")]
    [InlineData(
        "public static class Outer { partial record C { [AiCall] public partial Task Ask(); Task AskCore() => null!; } }",
        "the type 'Outer' is not partial; write 'public static partial class Outer'")]
    [InlineData(
        "partial class C { [AiCall] public async partial Task Ask(); Task AskCore() => null!; }",
        "the definition cannot be 'async'; put that on 'AskCore'")]
    [InlineData(
        "interface I { Task Ask(); } partial class C : I { [AiCall] partial Task I.Ask(); Task AskCore() => null!; }",
        "an explicit interface implementation cannot be partial; implement the interface implicitly")]
    public async Task What_the_compiler_refuses_is_flagged(string source, string problem)
    {
        var project = new Project();
        var found = await project.Analyze(project.Compile(source), [new PartialMethodAnalyzer()]);
        Assert.EndsWith(problem, Assert.Single(found).GetMessage());
    }

    [Fact]
    public async Task The_generated_half_changes_nothing() => await Check("""
        partial class C
        {
            [[|AiCall|]] public partial Task<string> Ask(string q);
            [AiCall] public partial Task<string> Tell(string q);
            Task<string> TellCore(string q) => Task.FromResult("");
        }
        """, new Project { Generators = [new CrossTier.Generators.CrossTierGenerator()] });
}
