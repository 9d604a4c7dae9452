using CrossTier.Generators.Tests.Harness;
using CrossTier.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Generators.Tests;

/// <summary>Code is half-typed most of its life: whatever stands in the editor, the generator does not throw.</summary>
public sealed class HalfTypedTests
{
    // Primes, so that cuts fall at no place of a line more often than at another.
    static readonly int s_beginning = Nightly.Step(149), s_gap = Nightly.Step(151);

    public static TheoryData<string> Sources =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "HalfTyped"), "*.txt").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_beginning_of_a_file_is_survived(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HalfTyped", file));
        var lengths = Enumerable.Range(0, (text.Length / s_beginning) + 1).Select(i => i * s_beginning).Append(text.Length);
        AssertSurvived(lengths.Select(length => text[..length]));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_gap_in_a_file_is_survived(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HalfTyped", file));
        AssertSurvived(Enumerable.Range(0, text.Length / s_gap).Select(i => text.Remove(i * s_gap, Math.Min(17, text.Length - (i * s_gap)))));
    }

    [Theory]
    [InlineData("[AiCall(new[] { \"a\" })] class C { object M(IChatClient c) => c.GetResponseAsync(\"\"); }")]
    [InlineData("[AiCall(\"a\", Tier = \"b\", Name = 3, Instance = new int[2])] class C { object M(IChatClient c) => c.GetResponseAsync(\"\"); }")]
    [InlineData("[AiCall(1, 2, 3)] class C { object M(IChatClient c) => c.GetResponseAsync(\"\"); }")]
    [InlineData("[AiCall(Tier = (AiTier)77)] class C { object M(IChatClient c) => c.GetResponseAsync(\"\"); }")]
    [InlineData("[AiCall(typeof(int), default)] class C { object M(IChatClient c) => c.GetResponseAsync(\"\"); }")]
    [InlineData("[AiCall, AiCall(\"twice\")] class C { object M(IChatClient c) => c.GetResponseAsync(\"\"); }")]
    [InlineData("[AiIgnore(new[] { 1 })] class C { object M(IChatClient c) => c.GetResponseAsync(\"\"); }")]
    [InlineData("[AiIgnore] class C { object M(IChatClient c) => c.GetResponseAsync(\"\"); }")]
    [InlineData(
        "class C { [AiQueue] int A; [AiQueue(null)] int B; [AiQueue(new[] { 1 })] int D; [AiQueue(\"m\", Instance = 3)] int E; "
        + "[AiQueue(\"m\")] Missing F; [AiQueue(\"m\")] int G(); }")]
    [InlineData("partial class C { [AiCall] public partial Task<Missing> Ask(Missing a, out b); }")]
    [InlineData("partial class C { [AiCall] public partial Ask(); [AiCall] public partial Task (); [AiCall] partial }")]
    [InlineData("[AiCall] public partial Task Ask();")]
    [InlineData("GetResponseAsync(); [AiCall] GetResponseAsync GetResponseAsync => GetResponseAsync.GetResponseAsync?.GetResponseAsync();")]
    [InlineData(
        "interface IChatClient { object GetResponseAsync(); } namespace Microsoft.Extensions.AI { interface IChatClient { void GetResponseAsync(); } }")]
    [InlineData(
        "class C : C { object M(C c) => c.GetResponseAsync(\"\"); } class D : E; "
        + "class E : D, IChatClient { [AiCall] void M(E e) => e.GetResponseAsync(null); }")]
    [InlineData("[AiCall] partial class A<T> { partial class A<T> { [AiCall] public partial void M<T>(T t); void MCore<T>(T t) { } } }")]
    [InlineData("[assembly: AiCall] [module: AiCall] class C { [return: AiCall] [param: AiCall] object M(IChatClient c) => c.GetResponseAsync(\"\"); }")]
    public void What_makes_no_sense_is_survived(string code) => AssertSurvived([Source.Usings + code]);

    static void AssertSurvived(IEnumerable<string> texts)
    {
        var project = new Project { Output = OutputKind.ConsoleApplication };
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new CrossTierGenerator().AsSourceGenerator()],
            parseOptions: project.Parsing,
            optionsProvider: project.Options);
        foreach (var text in texts)
        {
            driver = driver.RunGenerators(project.Compile([new Source("/project/Code.cs", text)]), TestContext.Current.CancellationToken);
            var exception = driver.GetRunResult().Results.Single().Exception;
            Assert.True(exception is null, $"{exception}\n--- after\n{text[Math.Max(0, text.Length - 300)..]}");
        }
    }
}
