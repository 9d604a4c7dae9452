using CrossTier.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Tests;

public sealed class MistakenLabelTests : RuleTest<MistakenLabelAnalyzer>
{
    [Theory]
    [InlineData("[AiCall] class C;")]
    [InlineData("[AiCall(\"openai\", \"gpt-4o\", Instance = \"gpu-1\", Name = \"triage\")] class C;")]
    [InlineData("[AiCall(\"our-gateway\", \"/models/llama.gguf\")] class C;")]
    [InlineData("[AiCall(\"claude-proxy\")] class C;")]
    [InlineData("[AiCall(\"acme\", \"ACME-1\")] class C;")]
    [InlineData("[AiCall(\"azure\", \"GPT-4o\")] class C;")]
    [InlineData("[AiCall(\"huggingface\", \"Qwen/Qwen2.5-7B\")] class C;")]
    [InlineData("[AiCall(Model = \"gpt-4o\")] class C;")]
    [InlineData("class C { [AiQueue(\"openai\")] static int Waiting => 1; }")]
    public async Task Labels_that_may_be_meant_are_quiet(string source) => await Check(source);

    [Theory]
    [InlineData("opnai", "openai")]
    [InlineData("opneai", "openai")]
    [InlineData("OpenAI", "openai")]
    [InlineData("antropic", "anthropic")]
    [InlineData("AzureOpenAI", "azure")]
    [InlineData("gemini", "google")]
    [InlineData("olama", "ollama")]
    [InlineData("VLLM", "vllm")]
    public async Task A_misspelt_provider_is_asked_about(string written, string meant)
    {
        var messages = await Check($"[AiCall([|\"{written}\"|])] class C;");
        Assert.Equal([$"The provider '{written}' is not known; did you mean '{meant}'?"], messages);
        await Check($"[AiCall([|Provider = \"{written}\"|])] class C;");
        await Check($"[assembly: AiApi(typeof(string), \"Trim\", [|Provider = \"{written}\"|])]");
    }

    [Theory]
    [InlineData("openai", "GPT-4o", "gpt-4o")]
    [InlineData("anthropic", "Claude-3-5-Sonnet", "claude-3-5-sonnet")]
    [InlineData("google", "Gemini-2.0-flash", "gemini-2.0-flash")]
    public async Task A_model_with_capitals_that_its_maker_does_not_write_is_asked_about(string provider, string written, string meant) =>
        Assert.Equal(
            [$"The model '{written}' is not known; did you mean '{meant}'?"],
            await Check($"[AiCall(\"{provider}\", [|\"{written}\"|])] class C;"));

    [Theory]
    [InlineData("[AiCall(\"gpt-4o\", [|\"openai\"|])] class C;")]
    [InlineData("[AiCall(\"llama3.2\", [|\"Ollama\"|])] class C;")]
    [InlineData("[AiCall([|model: \"openai\"|], provider: \"gpt-4o\")] class C;")]
    [InlineData("[AiCall(Provider = \"gpt-4o\", [|Model = \"openai\"|])] class C;")]
    public async Task Swapped_labels_are_flagged_once(string source) =>
        Assert.Contains("is a provider and stands where the model belongs; swap it with", Assert.Single(await Check(source)));

    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("o3-mini")]
    [InlineData("claude-3-5-sonnet")]
    [InlineData("llama3.2")]
    [InlineData("text-embedding-3-small")]
    public async Task A_model_in_place_of_the_provider_is_flagged(string model) =>
        Assert.Equal(
            [$"'{model}' is a model and stands where the provider belongs; write Model = \"{model}\""],
            await Check($"[AiCall([|\"{model}\"|])] class C;"));

    [Theory]
    [InlineData("[AiCall([|\"anthropic\"|])]", "OpenAI.Chat.ChatClient client", "client.CompleteChat(\"hi\")", "openai")]
    [InlineData("[AiCall([|\"openai\"|], \"gpt-4o\")]", "OllamaSharp.IOllamaApiClient client", "client.EmbedAsync(null!)", "ollama")]
    [InlineData("[AiCall([|provider: \"openai\"|], model: \"gpt-4o\")]", "OllamaSharp.IOllamaApiClient client", "client.EmbedAsync(null!)", "ollama")]
    public async Task A_provider_that_is_not_the_sdks_is_flagged(string attribute, string client, string call, string provider)
    {
        var messages = await Check($"{attribute} class C({client}) {{ object A() => {call}; object B() => {call}; }}");
        Assert.Contains($"is an API of '{provider}'", Assert.Single(messages));
    }

    [Theory]
    // Many speak OpenAI's protocol; what an abstraction asks is not known.
    [InlineData("groq", "OpenAI.Chat.ChatClient client", "client.CompleteChat(\"hi\")")]
    [InlineData("ollama", "OpenAI.Chat.ChatClient client", "client.CompleteChat(\"hi\")")]
    [InlineData("our-gateway", "OllamaSharp.IOllamaApiClient client", "client.EmbedAsync(null!)")]
    [InlineData("anthropic", "IChatClient client", "client.GetResponseAsync(\"hi\")")]
    public async Task A_provider_that_the_sdk_may_reach_is_quiet(string provider, string client, string call) =>
        await Check($"[AiCall(\"{provider}\")] class C({client}) {{ object A() => {call}; }}");

    [Fact]
    public async Task An_attribute_of_the_assembly_over_another_sdk_is_flagged() => await Check("""
        [assembly: AiCall([|"mistral"|])]
        class C(OllamaSharp.IOllamaApiClient client) { object A() => client.EmbedAsync(null!); }
        """);

    [Fact]
    public void It_warns() => Assert.All(
        new MistakenLabelAnalyzer().SupportedDiagnostics,
        descriptor => Assert.Equal(DiagnosticSeverity.Warning, descriptor.DefaultSeverity));
}
