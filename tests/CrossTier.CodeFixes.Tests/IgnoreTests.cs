using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;

namespace CrossTier.CodeFixes.Tests;

public sealed class IgnoreUnscopedTests : FixTest<UnscopedCallAnalyzer, IgnoreFix>
{
    [Fact]
    public async Task The_member_gets_AiIgnore() => await Check(
        "using CrossTier;\n\nclass C(IChatClient c)\n{\n    object A() => c.GetResponseAsync(\"1\");\n}\n",
        "ignore",
        "using CrossTier;\n\nclass C(IChatClient c)\n{\n    [AiIgnore(\"TODO: say why this needs no metrics\")]\n    object A() => "
        + "c.GetResponseAsync(\"1\");\n}\n");

    [Fact]
    public async Task Fix_all_ignores_each_member_once() => await CheckAll(
        ["class C(IChatClient c) { object A() => (c.GetResponseAsync(\"1\"), c.GetResponseAsync(\"2\")); }"],
        "ignore",
        [
            "using CrossTier;\n\nclass C(IChatClient c) { [AiIgnore(\"TODO: say why this needs no metrics\")] object A() => "
            + "(c.GetResponseAsync(\"1\"), c.GetResponseAsync(\"2\")); }",
        ]);
}

public sealed class IgnoreUnmeasurableTests : FixTest<UnmeasurableCallAnalyzer, IgnoreFix>
{
    [Theory]
    [InlineData(
        "[AiCall] class C(IChatClient c, dynamic q) { object A() => c.GetResponseAsync(q); }",
        "[AiCall] class C(IChatClient c, dynamic q) { [AiIgnore(\"TODO: say why this needs no metrics\")] object A() => c.GetResponseAsync(q); }")]
    [InlineData(
        "class C(IChatClient c, dynamic q) { [AiCall(\"x\")] object A() => c.GetResponseAsync(q); }",
        "class C(IChatClient c, dynamic q) { [AiIgnore(\"TODO: say why this needs no metrics\")] object A() => c.GetResponseAsync(q); }")]
    [InlineData(
        "class C(IChatClient c) { object A() => [AiCall] (dynamic q) => c.GetResponseAsync(q); }",
        "class C(IChatClient c) { object A() => [AiIgnore(\"TODO: say why this needs no metrics\")] (dynamic q) => c.GetResponseAsync(q); }")]
    public async Task AiIgnore_replaces_AiCall_of_the_member(string before, string after) =>
        await Check("using CrossTier;\n" + before, "ignore", "using CrossTier;\n" + after);
}

public sealed class IgnoreHttpTests : FixTest<HandWrittenHttpAnalyzer, IgnoreFix>
{
    [Fact]
    public async Task A_hand_written_call_gets_AiIgnore() => await Check(
        "using CrossTier;\nclass C(HttpClient h) { object A() => h.PostAsync(\"/api/chat\", null); }",
        "ignore",
        "using CrossTier;\nclass C(HttpClient h) { [AiIgnore(\"TODO: say why this needs no metrics\")] object A() => h.PostAsync(\"/api/chat\", null); }");
}
