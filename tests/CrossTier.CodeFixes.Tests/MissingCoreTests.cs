using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;

namespace CrossTier.CodeFixes.Tests;

public sealed class MissingCoreTests : FixTest<PartialMethodAnalyzer, MissingCoreFix>
{
    [Fact]
    public async Task The_core_is_added_below_the_definition() => await Check(
        """
        using CrossTier;

        public static class Outer
        {
            class Acme
            {
                [AiCall("acme")]
                public async partial Task<string> AskAsync<T>(string text, T value, CancellationToken cancel = default) where T : struct;
            }
        }
        """,
        "core",
        """
        using CrossTier;

        public static partial class Outer
        {
            partial class Acme
            {
                [AiCall("acme")]
                public partial Task<string> AskAsync<T>(string text, T value, CancellationToken cancel = default) where T : struct;

                private Task<string> AskAsyncCore<T>(string text, T value, CancellationToken cancel) where T : struct => throw new NotImplementedException();
            }
        }
        """);

    [Theory]
    [InlineData(
        "class C { [AiCall] public partial Task A(); Task ACore() => null!; }",
        "partial class C { [AiCall] public partial Task A(); Task ACore() => null!; }")]
    [InlineData(
        "partial class C { [AiCall] public partial Task A(string q); Task ACore(int q) => null!; }",
        "partial class C { [AiCall] public partial Task A(string q); private Task ACore(string q) => throw new NotImplementedException(); "
        + "Task ACore(int q) => null!; }")]
    [InlineData(
        "partial class C { [AiCall] public static partial ref readonly int A(out int x); }",
        "partial class C { [AiCall] public static partial ref readonly int A(out int x); private static ref readonly int ACore(out int x) { "
        + "throw new NotImplementedException(); } }")]
    [InlineData(
        "static partial class C { [AiCall] public static partial void A(this string q, params int[] r); }",
        "static partial class C { [AiCall] public static partial void A(this string q, params int[] r); private static void ACore(string q, "
        + "params int[] r) => throw new NotImplementedException(); }")]
    public async Task Every_shape_builds(string before, string after) => await Check("using CrossTier;\n" + before, "core", "using CrossTier;\n" + after);

    [Theory]
    [InlineData("partial class C { [AiCall] public static partial int A(); int ACore() => 1; }")]
    [InlineData("interface I { Task A(); } partial class C : I { [AiCall] partial Task I.A(); }")]
    public async Task What_only_the_user_can_decide_gets_no_offer(string source) => Assert.Empty(await Offered("using CrossTier;\n" + source));

    [Fact]
    public async Task All_cores_are_added_at_once() => await CheckAll(
        ["using CrossTier;\nclass C { [AiCall] public partial Task A(); [AiCall] public partial Task B(); }"],
        "core",
        [
            "using CrossTier;\npartial class C { [AiCall] public partial Task A(); private Task ACore() => throw new "
            + "NotImplementedException(); [AiCall] public partial Task B(); private Task BCore() => throw new NotImplementedException(); }",
        ]);
}
