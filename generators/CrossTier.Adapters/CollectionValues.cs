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
static class CollectionValues<TChunk>
{
#if NET9_0_OR_GREATER
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetValuesFromPage")]
    internal static extern IEnumerable<TChunk> Of(CollectionResult<TChunk> collection, ClientResult page);
#else
    static readonly Func<CollectionResult<TChunk>, ClientResult, IEnumerable<TChunk>> Read = typeof(CollectionResult<TChunk>)
        .GetMethod("GetValuesFromPage", BindingFlags.Instance | BindingFlags.NonPublic)!
        .CreateDelegate<Func<CollectionResult<TChunk>, ClientResult, IEnumerable<TChunk>>>();

    internal static IEnumerable<TChunk> Of(CollectionResult<TChunk> collection, ClientResult page) => Read(collection, page);
#endif
}
