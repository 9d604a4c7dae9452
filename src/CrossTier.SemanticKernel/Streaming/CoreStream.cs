#if NET9_0_OR_GREATER
using System.Runtime.CompilerServices;
#else
using System.Reflection;
#endif
using Microsoft.SemanticKernel;

namespace CrossTier.SemanticKernel.Streaming;

/// <summary>Asks a function for its contents of another type than its caller wants. Before .NET 9 an accessor to a generic method fails when called.</summary>
static class CoreStream<TItem>
{
#if NET9_0_OR_GREATER
    public static IAsyncEnumerable<TItem> Of(KernelFunction function, Kernel kernel, KernelArguments arguments, CancellationToken cancellation) =>
        InvokeStreamingCoreAsync<TItem>(function, kernel, arguments, cancellation);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(InvokeStreamingCoreAsync))]
    static extern IAsyncEnumerable<TResult> InvokeStreamingCoreAsync<TResult>(
        KernelFunction function,
        Kernel kernel,
        KernelArguments arguments,
        CancellationToken cancellationToken);
#else
    // No delegate takes a virtual generic method of any object.
    static readonly MethodInvoker Method = MethodInvoker.Create(
        typeof(KernelFunction).GetMethod("InvokeStreamingCoreAsync", BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(typeof(TItem)));

    public static IAsyncEnumerable<TItem> Of(KernelFunction function, Kernel kernel, KernelArguments arguments, CancellationToken cancellation) =>
        (IAsyncEnumerable<TItem>)Method.Invoke(function, kernel, arguments, cancellation)!;
#endif
}
