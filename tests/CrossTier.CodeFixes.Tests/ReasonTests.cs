using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;

namespace CrossTier.CodeFixes.Tests;

public sealed class ReasonTests : FixTest<InvalidAttributeAnalyzer, ReasonFix>
{
    [Theory]
    [InlineData("[AiIgnore(\"\")] class C;", "[AiIgnore(\"TODO: say why this needs no metrics\")] class C;")]
    [InlineData("[assembly: AiIgnore(reason: null!)]", "[assembly: AiIgnore(reason: \"TODO: say why this needs no metrics\")]")]
    public async Task A_reason_to_fill_in_is_put(string before, string after) =>
        await Check("using CrossTier;\n" + before, "reason", "using CrossTier;\n" + after);

    [Fact]
    public async Task An_api_gets_no_offer() => Assert.Empty(await Offered("using CrossTier;\n[assembly: AiApi(typeof(string), \"Length\")]"));
}
