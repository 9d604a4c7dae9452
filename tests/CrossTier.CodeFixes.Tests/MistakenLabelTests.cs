using CrossTier.Analyzers;
using CrossTier.CodeFixes.Tests.Support;

namespace CrossTier.CodeFixes.Tests;

public sealed class MistakenLabelTests : FixTest<MistakenLabelAnalyzer, MistakenLabelFix>
{
    [Theory]
    [InlineData("[AiCall(\"opneai\", \"gpt-4o\")] class C;", "[AiCall(\"openai\", \"gpt-4o\")] class C;")]
    [InlineData("[AiCall(Provider = \"opneai\")] class C;", "[AiCall(Provider = \"openai\")] class C;")]
    [InlineData("[AiCall(\"openai\", \"GPT-4o\")] class C;", "[AiCall(\"openai\", \"gpt-4o\")] class C;")]
    [InlineData("[assembly: AiApi(typeof(string), \"Trim\", Provider = \"OpenAI\")]", "[assembly: AiApi(typeof(string), \"Trim\", Provider = \"openai\")]")]
    [InlineData(
        "[AiCall(\"anthropic\")] class C(OpenAI.Chat.ChatClient client) { object M() => client.CompleteChat(\"hi\"); }",
        "[AiCall(\"openai\")] class C(OpenAI.Chat.ChatClient client) { object M() => client.CompleteChat(\"hi\"); }")]
    public async Task A_mistaken_label_is_corrected(string before, string after) =>
        await Check("using CrossTier;\n" + before, "spell", "using CrossTier;\n" + after);

    [Theory]
    [InlineData("[AiCall(\"gpt-4o\", \"openai\")] class C;", "[AiCall(\"openai\", \"gpt-4o\")] class C;")]
    [InlineData("[AiCall(model: \"openai\", provider: \"gpt-4o\")] class C;", "[AiCall(model: \"gpt-4o\", provider: \"openai\")] class C;")]
    [InlineData("[AiCall(Provider = \"gpt-4o\", Model = \"openai\")] class C;", "[AiCall(Provider = \"openai\", Model = \"gpt-4o\")] class C;")]
    public async Task Swapped_labels_are_put_right(string before, string after) =>
        await Check("using CrossTier;\n" + before, "swap", "using CrossTier;\n" + after);

    [Fact]
    public async Task A_model_is_said_to_be_one() => await Check(
        "using CrossTier;\n[AiCall(\"gpt-4o\", Name = \"n\")] class C;",
        "model",
        "using CrossTier;\n[AiCall(Model = \"gpt-4o\", Name = \"n\")] class C;");
}
