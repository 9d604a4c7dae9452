using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.SemanticKernel;

namespace CrossTier.Frameworks.Tests.Kernels;

public sealed class KernelFailureTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("429", "rate_limited")]
    [InlineData("500", "unavailable")]
    [InlineData("401", "auth")]
    [InlineData("400", "bad_request")]
    [InlineData("504", "timeout")]
    [InlineData("cut", "network")]
    public async Task Failures_keep_their_kind(string simulated, string error)
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var kernel = Kernels.Of(provider, model: "gpt-4o@" + simulated);
        var counted = await Measure.Of(provider, () => Assert.ThrowsAnyAsync<Exception>(() => kernel.InvokePromptAsync("one", cancellationToken: Cancel)));
        Assert.Equal(new() { [error] = 1 }, counted.By(MetricDefinitions.Errors, "error"));
        counted = await Measure.Of(
            provider,
            () => Assert.ThrowsAnyAsync<Exception>(async () => await kernel.InvokePromptStreamingAsync<string>("one", cancellationToken: Cancel)
                .ToListAsync(Cancel)));
        Assert.Equal((1, 1), (counted.Failure, counted.By(MetricDefinitions.Errors, "error").Values.Sum()));
    }

    [Fact]
    public async Task A_cancellation_before_the_start_is_no_request_and_one_during_it_is_cancelled()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { Latency = TimeSpan.FromMinutes(1) });
        var kernel = Kernels.Of(provider);
        await Measure.Of(
            provider,
            () => Assert.ThrowsAnyAsync<OperationCanceledException>(() => kernel.InvokePromptAsync("one", cancellationToken: new(canceled: true))),
            requests: 0);
        foreach (var streamed in new[] { false, true })
        {
            await using var stop = new Stop(provider, Cancel);
            var counted = await Measure.Of(provider, () => Assert.ThrowsAnyAsync<OperationCanceledException>(async () => _ = streamed
                ? (object)await kernel.InvokePromptStreamingAsync<string>("one", cancellationToken: stop.Token).ToListAsync(Cancel)
                : await kernel.InvokePromptAsync("one", cancellationToken: stop.Token)));
            Assert.Equal((1, 0), (counted.Cancelled, counted.Failure));
        }
    }

    [Fact]
    public async Task A_connector_without_usage_is_counted_as_missing()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { OmitUsage = true });
        var kernel = Kernels.Of(provider);
        var counted = await Measure.Of(provider, () => kernel.InvokePromptAsync("one", cancellationToken: Cancel));
        Assert.Equal((1, 1), (counted.Success, counted.UsageMissing));
        counted = await Measure.Of(provider, async () => await kernel.InvokePromptStreamingAsync<string>("one", cancellationToken: Cancel).ToListAsync(Cancel));
        Assert.Equal((1, 1), (counted.Success, counted.UsageMissing));
    }

    [Fact]
    public async Task A_kernel_without_a_service_counts_nothing()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var kernel = Kernel.CreateBuilder().AddCrossTier().Build();
        await Measure.Of(provider, () => Assert.ThrowsAsync<KernelException>(() => kernel.InvokePromptAsync("one", cancellationToken: Cancel)));
        await Measure.Of(
            provider,
            () => Assert.ThrowsAsync<KernelException>(async () => await kernel.InvokePromptStreamingAsync<string>("one", cancellationToken: Cancel)
                .ToListAsync(Cancel)));
    }

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 1)]
    [InlineData(false, false, 0)]
    public async Task A_filter_that_throws_changes_no_count(bool above, bool after, int requests)
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var kernel = Kernels.Of(provider);
        kernel.FunctionInvocationFilters.Insert(above ? 0 : 1, new Thrower(after));
        var counted = await Measure.Of(
            provider,
            async () => Assert.Equal(
                "thrown by a filter",
                (await Assert.ThrowsAsync<InvalidTimeZoneException>(() => kernel.InvokePromptAsync("one", cancellationToken: Cancel))).Message),
            requests);
        Assert.Equal(requests, counted.Success);
    }

    [Fact]
    public async Task A_filter_that_answers_in_the_place_of_the_service_is_no_request()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        foreach (var at in new[] { 0, 1 })
        {
            var kernel = Kernels.Of(provider);
            kernel.PromptRenderFilters.Insert(at, new Cache());
            await Measure.Of(
                provider,
                async () => Assert.Equal("cached", (await kernel.InvokePromptAsync("one", cancellationToken: Cancel)).ToString()),
                requests: 0);
        }
    }

    [Fact]
    public async Task The_filter_twice_by_hand_counts_once()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1 });
        var kernel = Kernels.Of(provider, builder => builder.AddTool(() => "noon"));
        var again = new CrossTierFilter();
        kernel.FunctionInvocationFilters.Add(again);
        kernel.PromptRenderFilters.Add(again);
        kernel.AutoFunctionInvocationFilters.Add(again);
        await Measure.Of(provider, () => kernel.InvokePromptAsync("one", new(Kernels.WithTools), cancellationToken: Cancel), requests: 2);
        await Measure.Of(
            provider,
            async () => await kernel.InvokePromptStreamingAsync<string>("one", new(Kernels.WithTools), cancellationToken: Cancel).ToListAsync(Cancel),
            requests: 2);
    }

    sealed class Thrower(bool after) : IFunctionInvocationFilter
    {
        public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
        {
            if (after)
            {
                await next(context);
            }

            throw new InvalidTimeZoneException("thrown by a filter");
        }
    }

    sealed class Cache : IPromptRenderFilter
    {
        public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
        {
            await next(context);
            context.Result = new FunctionResult(context.Function, "cached");
        }
    }
}
