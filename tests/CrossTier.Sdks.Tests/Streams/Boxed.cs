namespace CrossTier.Sdks.Tests.Streams;

/// <summary>A stream passed on as one of objects: each enumeration is one of the stream itself, with its token.</summary>
sealed class Boxed<T>(IAsyncEnumerable<T> stream) : IAsyncEnumerable<object>
{
    public IAsyncEnumerator<object> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(stream.GetAsyncEnumerator(cancellationToken));

    sealed class Enumerator(IAsyncEnumerator<T> inner) : IAsyncEnumerator<object>
    {
        public object Current => inner.Current!;

        public ValueTask<bool> MoveNextAsync() => inner.MoveNextAsync();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
