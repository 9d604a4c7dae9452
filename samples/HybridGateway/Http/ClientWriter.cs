namespace CrossTier.Samples.HybridGateway.Http;

/// <summary>Writes to a client that must read: one that does not for too long is dropped, so that it holds no place in a line.</summary>
/// <param name="http">The request.</param>
/// <param name="patience">How long it may take to read the next bytes.</param>
sealed class ClientWriter(HttpContext http, TimeSpan patience)
{
    /// <exception cref="OperationCanceledException">The client has gone, or was dropped.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        stop.CancelAfter(patience);
        try
        {
            await http.Response.Body.WriteAsync(bytes, stop.Token);
            await http.Response.Body.FlushAsync(stop.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
            throw;
        }
    }
}
