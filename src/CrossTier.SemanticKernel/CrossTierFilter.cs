using CrossTier.CompilerServices;
using CrossTier.SemanticKernel;
using CrossTier.SemanticKernel.Streaming;
using Microsoft.SemanticKernel;

namespace CrossTier;

/// <summary>
/// Measures prompt functions: every round trip of automatic function calling is a request with its own tokens, and the time of the tools
/// between them is nobody's, also where a measured call asks a chat service itself. Functions of your own code are no inference and are not counted.
/// </summary>
public sealed class CrossTierFilter : IFunctionInvocationFilter, IPromptRenderFilter, IAutoFunctionInvocationFilter
{
    /// <summary>Makes the filter; <c>AddCrossTier()</c> adds it to a kernel in all three roles.</summary>
    public CrossTierFilter() => Layering.FilterAdded();

    /// <inheritdoc/>
    public Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!CallSite.IsEnabled)
        {
            return next(context);
        }

        var around = PromptInvocation.Current;
        if (context.Function.UnderlyingMethod is not null)
        {
            return around is null ? next(context) : Covered(next, context, ScopeSuppression.SuppressBefore());
        }

        if (around is not null && ReferenceEquals(around.Context, context))
        {
            return next(context); // The kernel has this filter twice.
        }

        return context.IsStreaming ? Stream(context, next) : PromptInvocation.Open(context) is { } prompt ? Await(prompt, next) : next(context);
    }

    /// <inheritdoc/>
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        await next(context).ConfigureAwait(false);
        PromptInvocation.Current?.Rendered(context);
    }

    /// <inheritdoc/>
    public Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!CallSite.IsEnabled)
        {
            return next(context);
        }

        if ((PromptInvocation.Current?.Rounds ?? ServiceCall.Current?.Rounds) is not { } rounds)
        {
            return Covered(next, context, ScopeSuppression.Suppress());
        }

        rounds.ToolCalled(context);
        return rounds.ToolEnded(context, Covered(next, context, ScopeSuppression.Suppress()));
    }

    static Task Await(PromptInvocation prompt, Func<FunctionInvocationContext, Task> next)
    {
        Task task;
        prompt.Enter();
        try
        {
            task = next(prompt.Context);
        }
        catch (Exception e) when (prompt.RecordFailure(e))
        {
            throw;
        }
        finally
        {
            prompt.Leave();
        }

        return prompt.Ended(task);
    }

    // Nothing runs before the stream is read: the scope is opened then.
    static async Task Stream(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        await next(context).ConfigureAwait(false);
        context.Result = MeasuredResult.Of(context);
    }

    static Task Covered<TContext>(Func<TContext, Task> next, TContext context, ScopeSuppression suppression)
    {
        var prompt = PromptInvocation.Swap(null);
        try
        {
            return next(context);
        }
        finally
        {
            PromptInvocation.Swap(prompt);
            suppression.Dispose();
        }
    }
}
