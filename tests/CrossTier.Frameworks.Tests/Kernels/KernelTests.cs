using System.Diagnostics;
using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace CrossTier.Frameworks.Tests.Kernels;

public sealed class KernelTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_prompt_is_labelled_by_its_function_and_service()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, ReasoningTokens = 2 });
        var kernel = Kernels.Of(provider);
        var counted = await Measure.Of(provider, () => kernel.InvokePromptAsync("one two", cancellationToken: Cancel));
        Assert.Equal(new() { ["InvokePromptAsync openai-compatible gpt-4o success"] = 1 }, counted.RequestsBy("call", "provider", "model", "status"));
        Assert.Equal(new() { ["cached_input"] = 1, ["reasoning_output"] = 2 }, counted.By(MetricDefinitions.TokenDetails, "detail"));
        Assert.Equal((0, 0), (counted.UsageMissing, counted.FirstTokens));

        var function = KernelFunctionFactory.CreateFromPrompt("three", functionName: "summarise");
        kernel.Plugins.AddFromFunctions("Writer", [function]);
        counted = await Measure.Of(provider, () => kernel.InvokeAsync("Writer", "summarise", cancellationToken: Cancel));
        Assert.Equal(new() { ["Writer.summarise"] = 1 }, counted.RequestsBy("call"));
    }

    [Fact]
    public async Task Streams_of_every_type_are_measured_with_usage_and_first_token()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var kernel = Kernels.Of(provider);
        await Streamed<string>();
        await Streamed<StreamingKernelContent>();
        await Streamed<StreamingChatMessageContent>();
        await Streamed<ChatResponseUpdate>();
        await Streamed<OpenAI.Chat.StreamingChatCompletionUpdate>();

        async Task Streamed<T>()
        {
            var counted = await Measure.Of(
                provider,
                async () => Assert.NotEmpty(await kernel.InvokePromptStreamingAsync<T>("one two", cancellationToken: Cancel).ToListAsync(Cancel)),
                requests: 1);
            Assert.Equal((1, 0, 1), (counted.Success, counted.UsageMissing, counted.FirstTokens));
        }
    }

    [Fact]
    public async Task A_measured_stream_says_what_an_unmeasured_one_says()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var plain = Kernel.CreateBuilder().AddOpenAIChatCompletion(Clients.Model, Clients.OpenAI(provider)).Build();
        var expected = await plain.InvokePromptStreamingAsync<string>("one two", cancellationToken: Cancel).ToListAsync(Cancel);
        Assert.Equal(expected, await plain.AddCrossTier().InvokePromptStreamingAsync<string>("one two", cancellationToken: Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_kernel_is_measured_however_it_is_built()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var existing = Kernel.CreateBuilder().AddOpenAIChatCompletion(Clients.Model, Clients.OpenAI(provider)).Build();
        await Ask(existing.AddCrossTier().AddCrossTier());
        await Ask(existing.Clone());
        await Ask(Kernels.Of(provider, builder => builder.AddCrossTier()));
        await Ask(Kernels.Of(provider).AddCrossTier());

        var late = Kernel.CreateBuilder().AddOpenAIChatCompletion(Clients.Model, Clients.OpenAI(provider));
        await Ask(late.AddCrossTier().Build());

        var services = new ServiceCollection().AddCrossTier().AddOpenAIChatCompletion(Clients.Model, Clients.OpenAI(provider)).AddCrossTier();
        services.AddKernel();
        await Ask(services.BuildServiceProvider().GetRequiredService<Kernel>());

        async Task Ask(Kernel kernel)
        {
            await Measure.Of(provider, () => kernel.InvokePromptAsync("one", cancellationToken: Cancel), requests: 1);
            await Measure.Of(
                provider,
                async () => await kernel.InvokePromptStreamingAsync<string>("one", cancellationToken: Cancel).ToListAsync(Cancel),
                requests: 1);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_time_of_tools_is_nobodys(bool streamed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });
        var (all, tools) = (new Stopwatch(), new Stopwatch());
        var kernel = Kernels.Of(provider, builder => builder.AddTool(async () =>
        {
            tools.Start();
            await Task.Delay(400);
            tools.Stop();
        }));
        var before = Seconds();
        await Measure.Of(
            provider,
            async () =>
            {
                all.Start();
                _ = streamed
                    ? (object)await kernel.InvokePromptStreamingAsync<string>("one", new(Kernels.WithTools), cancellationToken: Cancel).ToListAsync(Cancel)
                    : await kernel.InvokePromptAsync("one", new(Kernels.WithTools), cancellationToken: Cancel);
                all.Stop();
            },
            requests: 3);
        // However slow the machine is, the requests had no more than the rest.
        Assert.InRange(Seconds() - before, double.Epsilon, (all.Elapsed - tools.Elapsed).TotalSeconds);

        static double Seconds() =>
            AiMetrics.Snapshot().Single(metric => metric.Definition.Name == MetricDefinitions.Duration.Name).Points.Sum(point => point.Histogram!.Sum);
    }

    [Fact]
    public async Task A_tool_that_runs_a_prompt_is_a_boundary()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        var kernel = Kernels.Of(
            provider,
            builder => builder.AddTool(async (Kernel inner) => (await inner.InvokeAsync(KernelFunctionFactory.CreateFromPrompt(
                "six seven",
                functionName: "inner"))).ToString()));
        var outer = KernelFunctionFactory.CreateFromPrompt("one two", Kernels.WithTools, "outer");
        var counted = await Measure.Of(provider, () => kernel.InvokeAsync(outer, cancellationToken: Cancel));
        Assert.Equal(new() { ["outer"] = 2, ["inner"] = 1 }, counted.RequestsBy("call"));
        counted = await Measure.Of(provider, async () => await kernel.InvokeStreamingAsync<string>(outer, cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Equal(new() { ["outer"] = 2, ["inner"] = 1 }, counted.RequestsBy("call"));
    }

    [Fact]
    public async Task A_filter_that_ends_the_loop_ends_the_counting()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 2 });
        var kernel = Kernels.Of(provider, builder => builder.AddTool(() => "noon"));
        kernel.AutoFunctionInvocationFilters.Add(new Terminator());
        await Measure.Of(provider, () => kernel.InvokePromptAsync("one", new(Kernels.WithTools), cancellationToken: Cancel), requests: 1);
        await Measure.Of(
            provider,
            async () => await kernel.InvokePromptStreamingAsync<string>("one", new(Kernels.WithTools), cancellationToken: Cancel).ToListAsync(Cancel),
            requests: 1);
    }

    [Fact]
    public async Task An_IChatClient_in_the_kernel_is_counted_by_the_filter_or_by_its_middleware()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        foreach (var measured in new[] { false, true })
        {
            var builder = Kernel.CreateBuilder().AddCrossTier();
            builder.AddTool(() => "noon");
            var client = Clients.Chat(provider).AsBuilder().UseKernelFunctionInvocation();
            builder.Services.AddSingleton(measured ? client.UseCrossTier().Build() : client.Build());
            var kernel = builder.Build();
            var counted = await Measure.Of(provider, () => kernel.InvokePromptAsync("one two", new(Kernels.WithTools), cancellationToken: Cancel), requests: 2);
            Assert.Equal((0, 2), (counted.UsageMissing, counted.RequestsBy("call", "provider", "model")["InvokePromptAsync openai-compatible gpt-4o"]));
            counted = await Measure.Of(
                provider,
                async () => await kernel.InvokePromptStreamingAsync<string>("one two", new(Kernels.WithTools), cancellationToken: Cancel).ToListAsync(Cancel),
                requests: 2);
            Assert.Equal((0, 2), (counted.UsageMissing, counted.FirstTokens));
        }
    }

    [Fact]
    public async Task Functions_of_ones_own_are_no_inference_and_what_they_ask_is_counted_as_itself()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var kernel = Kernels.Of(provider);
        var silent = KernelFunctionFactory.CreateFromMethod(() => "noon", "silent");
        await Measure.Of(provider, () => kernel.InvokeAsync(silent, cancellationToken: Cancel), requests: 0);

        var client = Clients.Chat(provider);
        var asking = KernelFunctionFactory.CreateFromMethod(() => Stacks.Assistants.SecondAsync(client), "asking");
        var counted = await Measure.Of(provider, () => kernel.InvokeAsync(asking, cancellationToken: Cancel), requests: 1);
        Assert.Equal(new() { ["Assistants.SecondAsync"] = 1 }, counted.RequestsBy("call"));
    }

    [Fact]
    public async Task A_function_in_a_template_is_no_part_of_the_request()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Chat(provider, "inner");
        var kernel = Kernels.Of(provider, builder => builder.AddTool(async () => (await Stacks.Assistants.SecondAsync(client)).Text));
        var counted = await Measure.Of(provider, () => kernel.InvokePromptAsync("one {{tools.clock}}", cancellationToken: Cancel), requests: 2);
        Assert.Equal(new() { ["InvokePromptAsync gpt-4o"] = 1, ["Assistants.SecondAsync inner"] = 1 }, counted.RequestsBy("call", "model"));
    }

    sealed class Terminator : IAutoFunctionInvocationFilter
    {
        public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
        {
            await next(context);
            context.Terminate = true;
        }
    }
}
