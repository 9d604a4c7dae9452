using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace CrossTier.Frameworks.Tests.Kernels;

/// <summary>A kernel's calls in a scope are measured at the call, without a filter; where a layer stands below, that layer counts.</summary>
public sealed class KernelCallTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Awaited => [.. KernelCalls.Awaited.Keys];

    public static TheoryData<string> Streamed => [.. KernelCalls.Streamed.Keys];

    [Theory]
    [MemberData(nameof(Awaited))]
    public async Task An_awaited_call_is_one_request_with_its_tokens(string form)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 4, CachedInputTokens = 1 });
        var call = KernelCalls.Awaited[form];
        var said = "";
        foreach (var kernel in (Kernel[])[
            Plain(provider), Plain(provider).AddCrossTier(), OverClient(provider, measured: false),
            OverClient(provider, measured: true),
        ])
        {
            if (form != "Kernel.InvokeAsync<T>" || kernel.GetAllServices<IChatClient>().Any() == false)
            {
                var counted = await Measure.Of(provider, async () => said = await call(kernel), requests: 1);
                Assert.Equal((1, 0, 0), (counted.Success, counted.UsageMissing, counted.FirstTokens));
                Assert.Equal(["openai-compatible gpt-4o KernelCalls.Awaited"], counted.RequestsBy("provider", "model", "call").Keys);
                Assert.Equal(new() { ["cached_input"] = 1 }, counted.By(MetricDefinitions.TokenDetails, "detail"));
                Assert.Equal(4, said.Split(' ').Length);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Streamed))]
    public async Task A_stream_is_one_request_with_its_tokens_and_its_first_token(string form)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 4 });
        foreach (var kernel in (Kernel[])[Plain(provider), Plain(provider).AddCrossTier()])
        {
            var counted = await Measure.Of(provider, async () => Assert.NotEmpty(await KernelCalls.Streamed[form](kernel).ToListAsync(Cancel)), requests: 1);
            Assert.Equal((1, 0, 1), (counted.Success, counted.UsageMissing, counted.FirstTokens));
            Assert.Equal(["openai-compatible gpt-4o KernelCalls.Streamed"], counted.RequestsBy("provider", "model", "call").Keys);
        }
    }

    [Fact]
    public async Task A_stream_of_text_says_no_usage_and_the_filter_below_knows_it()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 4 });
        var before = Tally.Now();
        Assert.Equal(4, string.Concat(await KernelCalls.Texts(Plain(provider)).ToListAsync(Cancel)).Split(' ').Length);
        var counted = Tally.Now().Since(before);
        Assert.Equal((1, 1, 1, 0), (counted.Success, counted.UsageMissing, counted.FirstTokens, counted.Output));

        counted = await Measure.Of(provider, async () => await KernelCalls.Texts(Plain(provider).AddCrossTier()).ToListAsync(Cancel), requests: 1);
        Assert.Equal((1, 0, 1), (counted.Success, counted.UsageMissing, counted.FirstTokens));
    }

    [Fact]
    public async Task Native_functions_ask_nobody()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var kernel = Plain(provider);
        kernel.Plugins.AddFromFunctions("native", [KernelFunctionFactory.CreateFromMethod((int a) => a + 1, "add")]);
        var counted = await Measure.Of(provider, async () => Assert.Equal(3, await KernelCalls.NativeAsync(kernel)), requests: 0);
        Assert.Empty(counted.RequestsBy("call"));

        kernel.Plugins.AddFromFunctions("outside", [AIFunctionFactory.Create(() => "noon", "clock").AsKernelFunction()]);
        await Measure.Of(
            provider,
            async () => Assert.Equal("noon", (await KernelCalls.AskAsync(kernel, kernel.Plugins["outside"]["clock"])).ToString()),
            requests: 0);
    }

    [Fact]
    public async Task Failures_are_the_kernels_own()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ErrorRate = 1, ErrorStatus = 429 });
        var kernel = Plain(provider);
        var counted = await Measure.Of(provider, () => Assert.ThrowsAsync<HttpOperationException>(() => KernelCalls.AskAsync(kernel, KernelCalls.Prompt)));
        Assert.Equal(new() { ["rate_limited"] = 1 }, counted.By(MetricDefinitions.Errors, "error"));

        await Assert.ThrowsAsync<KeyNotFoundException>(() => KernelCalls.ByNameAsync(kernel, "none", "none"));
        var unknown = KernelCalls.ByNameAsync(kernel, "none", "none");
        Assert.True(unknown.IsFaulted);
        Assert.Throws<ArgumentNullException>(() => { _ = KernelCalls.AskAsync(kernel, null); });
        Assert.Throws<NullReferenceException>(() => { _ = KernelCalls.AskAsync(null!, KernelCalls.Prompt); });
        await Assert.ThrowsAsync<KernelException>(() => KernelCalls.AskAsync(new Kernel(), KernelCalls.Prompt));
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { Latency = TimeSpan.FromSeconds(20) });
        await using var stop = new Stop(provider, Cancel);
        var before = Tally.Now();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => KernelCalls.StatedAsync(Plain(provider), stop.Token));
        var counted = Tally.Now().Since(before);
        Assert.Equal((1, 0, 0), (counted.Cancelled, counted.Failure, counted.InFlight));
        Assert.Equal(new() { ["promptly openai stated cancelled"] = 1 }, counted.RequestsBy("call", "provider", "model", "status"));
    }

    [Fact]
    public async Task The_service_is_the_one_that_the_kernel_chooses()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var builder = Kernel.CreateBuilder();
        builder.AddOpenAIChatCompletion("first", Clients.OpenAI(provider), "a");
        builder.AddOpenAIChatCompletion("last", Clients.OpenAI(provider), "b");
        var kernel = builder.Build();
        var byId = KernelFunctionFactory.CreateFromPrompt("one", new OpenAIPromptExecutionSettings { ServiceId = "a" });
        Assert.Equal(["last"], await Models(() => KernelCalls.AskAsync(kernel, KernelCalls.Prompt)));
        Assert.Equal(["first"], await Models(() => KernelCalls.AskAsync(kernel, byId)));
        Assert.Equal(
            ["first"],
            await Models(() => KernelCalls.AskAsync(kernel, KernelCalls.Prompt, new(new OpenAIPromptExecutionSettings { ServiceId = "a" }))));
        Assert.Equal(["last"], await Models(() => KernelCalls.Awaited["InvokePromptAsync"](kernel)));

        async Task<IEnumerable<string>> Models(Func<Task> ask) => (await Measure.Of(provider, ask, requests: 1)).RequestsBy("model").Keys;
    }

    [Fact]
    public async Task Rounds_are_one_request_at_the_call_and_one_each_at_the_filter()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });
        var before = Tally.Now();
        await KernelCalls.AskAsync(WithTool(Plain(provider)), KernelCalls.Prompt, new(Kernels.WithTools));
        Assert.Equal((1, 0), (Tally.Now().Since(before).Success, Tally.Now().Since(before).UsageMissing));

        var counted = await Measure.Of(
            provider,
            () => KernelCalls.AskAsync(WithTool(Plain(provider).AddCrossTier()), KernelCalls.Prompt, new(Kernels.WithTools)),
            requests: 3);
        Assert.Equal(new() { ["KernelCalls.AskAsync"] = 3 }, counted.RequestsBy("call"));

        static Kernel WithTool(Kernel kernel)
        {
            kernel.Plugins.Clear();
            kernel.Plugins.AddFromFunctions("tools", [KernelFunctionFactory.CreateFromMethod(() => "noon", "clock")]);
            return kernel;
        }
    }

    static Kernel Plain(SimulatedProvider provider)
    {
        var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion(Clients.Model, Clients.OpenAI(provider)).Build();
        kernel.Plugins.AddFromFunctions("writer", [KernelCalls.Prompt]);
        return kernel;
    }

    static Kernel OverClient(SimulatedProvider provider, bool measured)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(measured ? Clients.Chat(provider).AsBuilder().UseCrossTier().Build() : Clients.Chat(provider));
        var kernel = builder.Build();
        kernel.Plugins.AddFromFunctions("writer", [KernelCalls.Prompt]);
        return kernel;
    }
}
