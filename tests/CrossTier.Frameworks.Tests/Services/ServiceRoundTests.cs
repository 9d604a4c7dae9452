using CrossTier.Frameworks.Tests.Kernels;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Frameworks.Tests.Services;

/// <summary>Direct calls of a chat service that calls the kernel's functions itself: with the filter on, each round trip is a request.</summary>
public class ServiceRoundTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    [InlineData(true, 3)]
    public async Task Every_round_counts_with_its_tokens(bool streamed, int rounds)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = rounds });
        var kernel = Kernels.Kernels.Of(provider, builder => builder.AddTool(() => "noon"));
        var counted = await Measure.Of(provider, () => AskAsync(kernel, streamed), requests: rounds + 1);
        Assert.Equal((rounds + 1, 0), (counted.Success, counted.UsageMissing));
        Assert.Equal(["ServiceRoundTests.AskAsync openai-compatible gpt-4o"], counted.RequestsBy("call", "provider", "model").Keys);
        Assert.Equal(streamed ? rounds + 1 : 0, counted.FirstTokens);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_filter_the_loop_is_one_request(bool streamed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        var builder = Kernel.CreateBuilder().AddOpenAIChatCompletion(Clients.Model, Clients.OpenAI(provider));
        builder.AddTool(() => "noon");
        var kernel = builder.Build();
        var before = Tally.Now();
        await AskAsync(kernel, streamed);
        Assert.Equal((1, 0), (Tally.Now().Since(before).Success, Tally.Now().InFlight - before.InFlight));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_time_of_the_tools_is_nobodys_and_nothing_is_in_flight_meanwhile(bool streamed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });
        var started = Tally.Now();
        List<long> inFlight = [];
        var kernel = Kernels.Kernels.Of(provider, builder => builder.AddTool(() => inFlight.Add(Tally.Now().InFlight - started.InFlight)));
        await Measure.Of(provider, () => AskAsync(kernel, streamed), requests: 3);
        Assert.Equal([0, 0], inFlight);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_filter_that_ends_the_loop_ends_the_counting(bool streamed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });
        var kernel = Kernels.Kernels.Of(provider, builder => builder.AddTool(() => "noon"));
        kernel.AutoFunctionInvocationFilters.Add(new Ending());
        var counted = await Measure.Of(provider, () => AskAsync(kernel, streamed), requests: 1);
        Assert.Equal(1, counted.Success);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failing_round_leaves_the_ones_before_it_counted(bool streamed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });
        var kernel = Kernels.Kernels.Of(
            provider,
            builder => builder.AddTool(() => (provider.Options.ErrorStatus, provider.Options.ErrorRate) = (429, 1)));
        var counted = await Measure.Of(provider, () => Assert.ThrowsAnyAsync<Exception>(() => AskAsync(kernel, streamed)));
        Assert.Equal((1, 1), (counted.Success, counted.Failure));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tool_that_throws_ends_no_round(bool streamed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });
        var kernel = Kernels.Kernels.Of(provider, builder => builder.AddTool(() => "noon"));
        kernel.AutoFunctionInvocationFilters.Add(new Throwing());
        var counted = await Measure.Of(provider, () => AskAsync(kernel, streamed), requests: 3);
        Assert.Equal(3, counted.Success);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tool_that_cancels_the_call_leaves_its_round_counted(bool streamed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var kernel = Kernels.Kernels.Of(provider, builder => builder.AddTool(() => source.Cancel()));
        var counted = await Measure.Of(
            provider,
            () => Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(kernel, streamed, cancellation: source.Token)),
            requests: 2);
        Assert.Equal((1, 1), (counted.Success, counted.Cancelled));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_model_that_a_tool_asks_counts_beside_the_rounds(bool streamed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        var other = new NamedClient("aside");
        var kernel = Kernels.Kernels.Of(provider, builder => builder.AddTool(() => AsideAsync(other)));
        var before = Tally.Now();
        await AskAsync(kernel, streamed);
        Assert.Equal(
            new() { ["ServiceRoundTests.AskAsync"] = 2, ["ServiceRoundTests.AsideAsync"] = 1 },
            Tally.Now().Since(before).RequestsBy("call"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_over_a_client_counts_its_rounds_with_the_tokens_of_all(bool streamed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });
        foreach (var isMeasured in (bool[])[false, true])
        {
            var builder = Kernel.CreateBuilder().AddCrossTier();
            builder.AddTool(() => "noon");
            var kernel = builder.Build();
            var client = Clients.Chat(provider).AsBuilder().UseKernelFunctionInvocation();
            var service = (isMeasured ? client.UseCrossTier() : client).Build().AsChatCompletionService();
            var counted = await Measure.Of(provider, () => AskAsync(kernel, streamed, service), requests: 3);
            Assert.Equal((3, 0), (counted.Success, counted.UsageMissing));
        }
    }

    [AiCall]
    static async Task AskAsync(Kernel kernel, bool streamed, IChatCompletionService? service = null, CancellationToken cancellation = default)
    {
        service ??= kernel.GetRequiredService<IChatCompletionService>();
        if (!streamed)
        {
            await service.GetChatMessageContentAsync("one", Kernels.Kernels.WithTools, kernel, cancellation);
            return;
        }

        await foreach (var _ in service.GetStreamingChatMessageContentsAsync("one", Kernels.Kernels.WithTools, kernel, cancellation))
        {
        }
    }

    [AiCall]
    static Task AsideAsync(IChatClient client) => client.GetResponseAsync("an aside", cancellationToken: Cancel);

    sealed class Ending : IAutoFunctionInvocationFilter
    {
        public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
        {
            await next(context);
            context.Terminate = true;
        }
    }

    sealed class Throwing : IAutoFunctionInvocationFilter
    {
        public Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next) =>
            throw new NotImplementedException();
    }
}
