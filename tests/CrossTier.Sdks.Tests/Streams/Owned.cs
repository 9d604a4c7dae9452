namespace CrossTier.Sdks.Tests.Streams;

/// <summary>A stream that its reply owns: who stops reading disposes of the reply, as <c>using</c> does.</summary>
sealed class Owned<T>(IAsyncEnumerable<T> stream, IDisposable reply) : IAsyncEnumerable<T>
{
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using (reply)
        {
            await foreach (var one in stream.WithCancellation(cancellationToken))
            {
                yield return one;
            }
        }
    }
}
