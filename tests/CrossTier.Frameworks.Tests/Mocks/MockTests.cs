using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Moq;
using NSubstitute;

namespace CrossTier.Frameworks.Tests.Mocks;

/// <summary>A mock sees the calls that the program makes of it, and no other, whichever layer of ours is around it.</summary>
public sealed class MockTests
{
    static readonly ChatMessage[] Question = [new(ChatRole.User, "hello")];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Cases => new()
    {
        { "annotated", false }, { "annotated", true }, { "middleware", false }, { "middleware", true }, { "annotated middleware", false },
        { "annotated middleware", true }, { "annotated decorator", false }, { "annotated decorator", true }, { "annotated decorator middleware", false },
        { "annotated decorator middleware", true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_strict_mock_of_a_client_sees_the_call_alone(string layers, bool streamed)
    {
        var mock = new Mock<IChatClient>(MockBehavior.Strict);
        mock.Setup(client => client.GetResponseAsync(Question, It.IsAny<ChatOptions>(), Cancel)).ReturnsAsync(Reply);
        mock.Setup(client => client.GetStreamingResponseAsync(Question, It.IsAny<ChatOptions>(), Cancel)).Returns(() => Updates());
        var counted = await CountedAsync(() => AskAsync(mock.Object, layers, streamed));
        Assert.Equal((1, 3, 2), (counted.Success, counted.Input, counted.Output));
        if (streamed)
        {
            mock.Verify(client => client.GetStreamingResponseAsync(Question, It.IsAny<ChatOptions>(), Cancel), Times.Once);
        }
        else
        {
            mock.Verify(client => client.GetResponseAsync(Question, It.IsAny<ChatOptions>(), Cancel), Times.Once);
        }

        mock.VerifyNoOtherCalls();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_substitute_of_a_client_received_the_call_alone(string layers, bool streamed)
    {
        var client = Substitute.For<IChatClient>();
        client.GetResponseAsync(default!, default, default).ReturnsForAnyArgs(Reply);
        client.GetStreamingResponseAsync(default!, default, default).ReturnsForAnyArgs(_ => Updates());
        client.ClearReceivedCalls();
        var counted = await CountedAsync(() => AskAsync(client, layers, streamed));
        Assert.Equal((1, 3, 2), (counted.Success, counted.Input, counted.Output));
        var call = Assert.Single(client.ReceivedCalls());
        Assert.Equal(streamed ? nameof(client.GetStreamingResponseAsync) : nameof(client.GetResponseAsync), call.GetMethodInfo().Name);
    }

    [Theory]
    [InlineData("filter", false)]
    [InlineData("filter", true)]
    [InlineData("annotated", false)]
    [InlineData("annotated", true)]
    [InlineData("annotated filter", false)]
    [InlineData("annotated filter", true)]
    public async Task A_mock_of_a_kernels_service_sees_what_the_kernel_asks(string layers, bool streamed)
    {
        var (expected, mock) = (Service(), Service());
        await PromptAsync(Of(expected.Object), streamed);
        var kernel = Of(mock.Object);
        if (layers.EndsWith("filter", StringComparison.Ordinal))
        {
            kernel.AddCrossTier();
        }

        var counted = await CountedAsync(() => layers.StartsWith("annotated", StringComparison.Ordinal)
            ? AnnotatedPromptAsync(kernel, streamed) : PromptAsync(kernel, streamed));
        Assert.Equal(1, counted.Success);
        Assert.Equal(Names(expected), Names(mock));

        var substitute = Substitute.For<IChatCompletionService>();
        substitute.GetChatMessageContentsAsync(default!, default, default, default).ReturnsForAnyArgs([new ChatMessageContent(AuthorRole.Assistant, "yes")]);
        substitute.GetStreamingChatMessageContentsAsync(default!, default, default, default).ReturnsForAnyArgs(_ => Contents());
        substitute.ClearReceivedCalls();
        var other = Of(substitute);
        await (layers.StartsWith("annotated", StringComparison.Ordinal) ? AnnotatedPromptAsync(other.AddCrossTier(), streamed) : PromptAsync(other, streamed));
        Assert.Equal(Names(expected), substitute.ReceivedCalls().Select(call => call.GetMethodInfo().Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_strict_mock_of_a_service_that_is_called_itself_sees_the_call_alone(bool streamed)
    {
        var mock = Service();
        await CountedAsync(() => AnnotatedServiceAsync(mock.Object, streamed));
        Assert.Equal(
            [streamed ? nameof(IChatCompletionService.GetStreamingChatMessageContentsAsync) : nameof(IChatCompletionService.GetChatMessageContentsAsync)],
            Names(mock));
    }

    [Fact]
    public async Task A_mock_below_a_chat_service_sees_what_it_sees_without_us()
    {
        var (expected, mock) = (new Mock<IChatClient>(), new Mock<IChatClient>());
        foreach (var one in (Mock<IChatClient>[])[expected, mock])
        {
            one.Setup(client => client.GetResponseAsync(It.IsAny<IEnumerable<ChatMessage>>(), It.IsAny<ChatOptions>(), It.IsAny<CancellationToken>()))
                .ReturnsAsync(Reply);
        }

        await UnannotatedServiceAsync(expected.Object.AsChatCompletionService());
        await AnnotatedServiceAsync(mock.Object.AsChatCompletionService(), streamed: false);
        Assert.Equal(expected.Invocations.Select(call => call.Method.Name), mock.Invocations.Select(call => call.Method.Name));
    }

    static Task UnannotatedServiceAsync(IChatCompletionService service) => service.GetChatMessageContentsAsync(new ChatHistory("hello"), null, null, Cancel);

    static async Task<Tally> CountedAsync(Func<Task> ask)
    {
        var before = Tally.Now();
        await ask();
        return Tally.Now().Since(before);
    }

    static Task AskAsync(IChatClient client, string layers, bool streamed)
    {
        client = layers.EndsWith("middleware", StringComparison.Ordinal) ? client.AsBuilder().UseCrossTier().Build() : client;
        client = layers.Contains("decorator", StringComparison.Ordinal) ? client.AsBuilder().ConfigureOptions(_ => { }).Build() : client;
        return layers.StartsWith("annotated", StringComparison.Ordinal) ? AnnotatedAsync(client, streamed) : UnannotatedAsync(client, streamed);
    }

    [AiCall("fake", "mock")]
    static async Task AnnotatedAsync(IChatClient client, bool streamed) =>
        _ = streamed
            ? (object)await client.GetStreamingResponseAsync(Question, null, Cancel).ToListAsync(Cancel)
            : await client.GetResponseAsync(Question, null, Cancel);

    static async Task UnannotatedAsync(IChatClient client, bool streamed) =>
        _ = streamed
            ? (object)await client.GetStreamingResponseAsync(Question, null, Cancel).ToListAsync(Cancel)
            : await client.GetResponseAsync(Question, null, Cancel);

    [AiCall]
    static async Task AnnotatedPromptAsync(Kernel kernel, bool streamed) =>
        _ = streamed
            ? (object)await kernel.InvokePromptStreamingAsync("hello", cancellationToken: Cancel).ToListAsync(Cancel)
            : await kernel.InvokePromptAsync("hello", cancellationToken: Cancel);

    static async Task PromptAsync(Kernel kernel, bool streamed) =>
        _ = streamed
            ? (object)await kernel.InvokePromptStreamingAsync("hello", cancellationToken: Cancel).ToListAsync(Cancel)
            : await kernel.InvokePromptAsync("hello", cancellationToken: Cancel);

    [AiCall]
    static async Task AnnotatedServiceAsync(IChatCompletionService service, bool streamed) =>
        _ = streamed
            ? (object)await service.GetStreamingChatMessageContentsAsync(new ChatHistory("hello"), null, null, Cancel).ToListAsync(Cancel)
            : await service.GetChatMessageContentsAsync(new ChatHistory("hello"), null, null, Cancel);

    static Kernel Of(IChatCompletionService service)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(service);
        return builder.Build();
    }

    static Mock<IChatCompletionService> Service()
    {
        var mock = new Mock<IChatCompletionService>(MockBehavior.Strict);
        mock.Setup(service => service.GetChatMessageContentsAsync(
                It.IsAny<ChatHistory>(), It.IsAny<PromptExecutionSettings>(), It.IsAny<Kernel>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync([new ChatMessageContent(AuthorRole.Assistant, "yes")]);
        mock.Setup(service => service.GetStreamingChatMessageContentsAsync(
                It.IsAny<ChatHistory>(), It.IsAny<PromptExecutionSettings>(), It.IsAny<Kernel>(), It.IsAny<CancellationToken>()))
            .Returns(() => Contents());
        return mock;
    }

    static IEnumerable<string> Names(Mock mock) => mock.Invocations.Select(call => call.Method.Name);

    static ChatResponse Reply { get; } = new(new ChatMessage(ChatRole.Assistant, "yes")) { Usage = new() { InputTokenCount = 3, OutputTokenCount = 2 } };

    static async IAsyncEnumerable<ChatResponseUpdate> Updates()
    {
        await Task.Yield();
        yield return new ChatResponseUpdate(ChatRole.Assistant, "yes");
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Reply.Usage!)]);
    }

    static async IAsyncEnumerable<StreamingChatMessageContent> Contents()
    {
        await Task.Yield();
        yield return new StreamingChatMessageContent(AuthorRole.Assistant, "yes");
    }
}
