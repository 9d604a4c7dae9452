using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.SemanticKernel;
using SkInvocation = Microsoft.SemanticKernel.FunctionInvocationContext;

namespace CrossTier.SemanticKernel.Streaming;

/// <summary>Puts a measured stream in the place of a function's streamed result, whatever its items are.</summary>
static class MeasuredResult
{
    static readonly ConditionalWeakTable<Type, Func<SkInvocation, object, object>> Wrappers = [];

    public static FunctionResult Of(SkInvocation context)
    {
        var value = context.Result.GetValue<object>();
        if (value is IMeasuredFunctionStream)
        {
            return context.Result; // The kernel has this filter twice.
        }

        if (value is IAsyncEnumerable<string> texts)
        {
            return new FunctionResult(context.Result, Texts(context, texts));
        }

        var item = value?.GetType().GetInterfaces()
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))?.GetGenericArguments()[0];
        return item is null ? context.Result : new FunctionResult(context.Result, Wrappers.GetValue(item, Wrapper)(context, value!));
    }

    /// <summary>
    /// Texts have no usage: the function is asked for the contents that the texts are made of, unless another filter has replaced its stream.
    /// Nothing has run yet, so nothing runs twice.
    /// </summary>
    static IAsyncEnumerable<string> Texts(SkInvocation context, IAsyncEnumerable<string> texts)
    {
        if (texts.GetType().DeclaringType != context.Function.GetType())
        {
            return new MeasuredFunctionStream<string, string>(context, texts, static text => text);
        }

        var contents = CoreStream<object>.Of(context.Function, context.Kernel, context.Arguments, context.CancellationToken);
        return new MeasuredFunctionStream<object, string>(context, contents, static content => content.ToString()!);
    }

    static Func<SkInvocation, object, object> Wrapper(Type item) =>
        typeof(MeasuredResult).GetMethod(nameof(Wrap), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item)
            .CreateDelegate<Func<SkInvocation, object, object>>();

    static object Wrap<TItem>(SkInvocation context, object stream) =>
        new MeasuredFunctionStream<TItem, TItem>(context, (IAsyncEnumerable<TItem>)stream, static item => item);
}
