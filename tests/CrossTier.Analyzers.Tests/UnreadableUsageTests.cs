using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

public sealed class UnreadableUsageTests : RuleTest<UnreadableUsageAnalyzer>
{
    [Theory]
    [InlineData("Task<R>", "record R(U Usage); record U(int InputTokens, int OutputTokens);")]
    [InlineData("ValueTask<R>", "record R(U? Usage); record struct U(int PromptTokens, int CompletionTokens);")]
    [InlineData("R", "record R(int InputTokenCount, int OutputTokenCount);")]
    [InlineData("Task<R>", "class R : IAiUsage { long IAiUsage.InputTokens => 1; long IAiUsage.OutputTokens => 1; }")]
    [InlineData("IAsyncEnumerable<R>", "interface R : IUsage; interface IUsage { IAiUsage Usage { get; } }")]
    [InlineData("Task<ChatResponse>", "")]
    [InlineData("IAsyncEnumerable<ChatResponseUpdate>", "")]
    [InlineData("Task<System.ClientModel.ClientResult<OpenAI.Chat.ChatCompletion>>", "")]
    [InlineData("Task<System.ClientModel.ClientResult>", "")] // in the bytes of the response
    [InlineData("IAsyncEnumerable<OpenAI.Responses.StreamingResponseUpdate>", "", "#pragma warning disable OPENAI001")]
    [InlineData("IEnumerable<R>", "record R(int InputTokens, int OutputTokens);", "", "{ yield break; }")] // an iterator
    public async Task A_reply_that_has_its_usage_is_quiet(
        string reply,
        string types,
        string before = "",
        string body = "=> throw new NotSupportedException();") =>
        await Check($$"""
            {{before}}
            partial class C { [AiCall] internal partial {{reply}} Ask(); {{reply}} AskCore() {{body}} } {{types}}
            """);

    [Theory]
    [InlineData("Task<string>", "string", "")]
    [InlineData("Task", "Task", "")]
    [InlineData("void", "void", "")]
    [InlineData("IAsyncEnumerable<string>", "string", "")]
    [InlineData("Task<R>", "R", "record R(string Usage); ")]
    [InlineData("Task<R>", "R", "record R(string InputTokens, string OutputTokens);")]
    [InlineData("Task<R>", "R", "class R { internal int InputTokens { get; } }")]
    public async Task A_reply_without_usage_is_named(string reply, string named, string types)
    {
        var messages = await Check(
            $"partial class C {{ [[|AiCall|]] internal partial {reply} Ask(); {reply} AskCore() => throw new NotSupportedException(); }} {types}");
        Assert.StartsWith($"'Ask' returns '{named}', which has no token usage", messages[0]);
    }

    [Fact]
    public async Task An_ordinary_method_may_reply_what_it_likes() =>
        await Check("class C(IChatClient c) { [AiCall] async Task<string> Ask() => (await c.GetResponseAsync(\"hi\")).Text; }");
}
