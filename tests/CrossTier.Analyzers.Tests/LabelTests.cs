using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

public sealed class LabelTests : RuleTest<LabelAnalyzer>
{
    [Theory]
    [InlineData("[AiCall] class C;")]
    [InlineData("[AiCall(\"openai\", \"gpt-4o\", Instance = \"gpu-1\", Name = \"triage\")] class C;")]
    [InlineData("[AiCall(\"our-gateway\", \"/models/llama.gguf\")] class C;")]
    [InlineData("[AiCall(\"acme\")] class C;")]
    [InlineData("[AiCall(\"acme\", Tier = AiTier.Cloud)] class C;")]
    [InlineData("class C { [AiQueue(\"llama3.2\")] static int Waiting => 1; }")]
    public async Task Usable_labels_and_other_providers_are_quiet(string source) => await Check(source);

    [Theory]
    [InlineData("[AiCall([|\"\"|])] class C;")]
    [InlineData("[AiCall(\"openai\", [|\" \"|])] class C;")]
    [InlineData("[AiCall(\"openai\", [|\"gpt\\n4\"|])] class C;")]
    [InlineData("[AiCall(\"openai\", [|\"{model}\"|])] class C;")]
    [InlineData("[AiCall([|model: \"\"|], provider: \"openai\")] class C;")]
    [InlineData("[AiCall([|Instance = \"\"|])] class C;")]
    [InlineData("[AiCall([|Tier = (AiTier)9|])] class C;")]
    [InlineData("[AiCall([|Tier = (AiTier)(-1)|])] class C;")]
    [InlineData("[AiCall([|Provider = \"\"|], Model = \"gpt-4o\")] class C;")]
    [InlineData("[AiCall(\"openai\", [|Model = \" \"|])] class C;")]
    [InlineData("class C { const string None = \"\"; [AiCall([|Name = None|])] void M() { } }")]
    [InlineData("class C { [AiQueue([|\"\"|])] static int Waiting => 1; }")]
    [InlineData("[assembly: AiApi(typeof(string), \"Trim\", [|Provider = \" \"|])]")]
    public async Task What_cannot_be_a_label_is_an_error(string source) => await Check(source);

    [Fact]
    public async Task A_name_that_is_too_long_is_an_error() => await Check($"[AiCall(\"openai\", [|\"{new string('m', 129)}\"|])] class C;");
}
