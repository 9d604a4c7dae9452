namespace CrossTier.Samples.HybridGateway.Routing;

/// <summary>An answer, and the place in the line that it holds.</summary>
sealed class Answer<T>(T content, IDisposable place) : IDisposable
{
    public T Content => content;

    public void Dispose() => place.Dispose();
}
