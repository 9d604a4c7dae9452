using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;

namespace CrossTier.CodeFixes.Tests;

public sealed class LabelTests : FixTest<LabelAnalyzer, LabelFix>
{
    [Theory]
    [InlineData("[AiCall(\"\")] class C;", "[AiCall] class C;")]
    [InlineData("[AiCall(\"openai\", \" \")] class C;", "[AiCall(\"openai\")] class C;")]
    [InlineData("[AiCall(\"openai\", Tier = (AiTier)9)] class C;", "[AiCall(\"openai\")] class C;")]
    [InlineData("[AiCall(\"\", \"gpt-4o\", Name = \"n\")] class C;", "[AiCall(Name = \"n\")] class C;")]
    [InlineData("[AiCall(\"openai\", \"{model}\", Name = \"\")] class C;", "[AiCall(\"openai\")] class C;")]
    [InlineData(
        "class C { const string None = \"\"; [AiCall(model: None, provider: \"openai\")] void M() { } }",
        "class C { const string None = \"\"; [AiCall(provider: \"openai\")] void M() { } }")]
    [InlineData("[assembly: AiApi(typeof(string), \"Trim\", Provider = \" \")]", "[assembly: AiApi(typeof(string), \"Trim\")]")]
    public async Task What_cannot_be_a_label_is_left_out(string before, string after) =>
        await Check("using CrossTier;\n" + before, "leave out", "using CrossTier;\n" + after);

    [Theory]
    [InlineData("class C { [AiQueue(\"\")] static int Waiting => 1; }")]
    [InlineData("[AiCall(\"a\\nb\")] class C;")]
    public async Task What_the_user_must_name_gets_no_offer(string source) => Assert.Empty(await Offered("using CrossTier;\n" + source));

    [Fact]
    public async Task All_are_left_out_at_once() => await CheckAll(
        ["using CrossTier;\n[AiCall(\"\", \"\", Name = \"\")] class C; [AiCall(\"acme\", \"\")] class D;"],
        "leave out",
        ["using CrossTier;\n[AiCall] class C; [AiCall(\"acme\")] class D;"]);
}
