using CrossTier.Samples.QuickStart.Calls;
using CrossTier.Samples.QuickStart.Report;
using CrossTier.Samples.QuickStart.Servers;

namespace CrossTier.Samples.QuickStart.Steps;

/// <summary>Calls of an in-house server through hand-written HTTP, with a queue of the application before it.</summary>
sealed class InHouseSteps : IDisposable
{
    const int Documents = 4;

    readonly QueuePeak _peak;
    readonly HttpClient _http;
    readonly SummaryQueue _queue;

    public InHouseSteps(InferenceServer server, QueuePeak peak)
    {
        _peak = peak;
        _http = new HttpClient { BaseAddress = new Uri(server.Endpoint, "/") };
        _queue = new SummaryQueue(new Summariser(_http));
    }

    public IEnumerable<Step> All => [new($"acme: {Documents} documents from a queue, hand-written HTTP", SummariseAsync)];

    public void Dispose() => _http.Dispose();

    async Task<string> SummariseAsync(CancellationToken cancellationToken)
    {
        for (var i = 1; i <= Documents; i++)
        {
            _queue.Add($"This is document number {i}");
        }

        _peak.Look();
        return $"{await _queue.DrainAsync(cancellationToken)} summaries";
    }
}
