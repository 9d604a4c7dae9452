namespace CrossTier.Generated.Adapters;

using global::System.ClientModel;
using global::System.Collections.Generic;
using global::System.Runtime.CompilerServices;

// The type of an accessor must have the very type parameters of the type that it opens.
[global::Microsoft.CodeAnalysis.Embedded]
static class AsyncCollectionValues<TChunk>
{
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetValuesFromPageAsync")]
    internal static extern IAsyncEnumerable<TChunk> Of(AsyncCollectionResult<TChunk> collection, ClientResult page);
}
