using System.Threading.Channels;

namespace CrossTier.Samples.QuickStart.Calls;

/// <summary>Documents that wait in the application before they wait at the server: the same gauge shows both.</summary>
sealed class SummaryQueue
{
    readonly Channel<string> _documents = Channel.CreateUnbounded<string>();
    readonly Summariser _summariser;

    public SummaryQueue(Summariser summariser)
    {
        _summariser = summariser;
        AiQueues.Join(this); // Held weakly. A static member would join by itself.
    }

    [AiQueue("summary-1", Instance = "gpu-1")]
    public int Waiting => _documents.Reader.Count;

    public void Add(string document) => _documents.Writer.TryWrite(document);

    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        while (_documents.Reader.TryRead(out var document))
        {
            await _summariser.SummariseAsync(document, cancellationToken);
            done++;
        }

        return done;
    }
}
