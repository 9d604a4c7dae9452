namespace CrossTier.Generated.Adapters;

using global::System.ClientModel;
using global::System.Collections.Generic;
#if NET9_0_OR_GREATER
using global::System.Runtime.CompilerServices;
#else
using global::System;
using global::System.Reflection;
#endif

// The type of an accessor must have the very type parameters of the type that it opens. Before .NET 9 an accessor to a generic type fails when called.
[global::Microsoft.CodeAnalysis.Embedded]
static class AsyncCollectionValues<TChunk>
{
#if NET9_0_OR_GREATER
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetValuesFromPageAsync")]
    internal static extern IAsyncEnumerable<TChunk> Of(AsyncCollectionResult<TChunk> collection, ClientResult page);
#else
    static readonly Func<AsyncCollectionResult<TChunk>, ClientResult, IAsyncEnumerable<TChunk>> Read = typeof(AsyncCollectionResult<TChunk>)
        .GetMethod("GetValuesFromPageAsync", BindingFlags.Instance | BindingFlags.NonPublic)!
        .CreateDelegate<Func<AsyncCollectionResult<TChunk>, ClientResult, IAsyncEnumerable<TChunk>>>();

    internal static IAsyncEnumerable<TChunk> Of(AsyncCollectionResult<TChunk> collection, ClientResult page) => Read(collection, page);
#endif
}
