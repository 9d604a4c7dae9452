using Microsoft.AspNetCore.Http;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>The server's own books: every request is opened once and closed once.</summary>
sealed class RequestLedger(SimulatedProviderOptions options)
{
    readonly Lock _lock = new();
    readonly Dictionary<int, long> _byStatus = [];
    readonly Dictionary<string, TokenCounts> _byModel = [];
    readonly Queue<RequestEntry> _log = [];
    TaskCompletionSource? _settled;
    TaskCompletionSource? _arrived;
    int _inFlight;
    long _requests, _completed, _abortedStreams, _cut, _aborted, _withoutUsage;

    public int InFlight { get { lock (_lock) return _inFlight; } }

    public OpenRequest Open(HttpRequest request)
    {
        lock (_lock)
        {
            _inFlight++;
            _arrived?.SetResult();
            _arrived = null;
        }

        return new(request);
    }

    public void Close(OpenRequest request, int status)
    {
        var entry = request.End(status);
        lock (_lock)
        {
            Add(entry);
            _log.Enqueue(entry);
            if (_log.Count > options.MaxLogEntries) _log.Dequeue();
            if (--_inFlight == 0)
            {
                _settled?.SetResult();
                _settled = null;
            }
        }
    }

    public ProviderCounts Snapshot()
    {
        lock (_lock)
        {
            return new()
            {
                Requests = _requests,
                ByStatus = new Dictionary<int, long>(_byStatus),
                CompletedStreams = _completed,
                AbortedStreams = _abortedStreams,
                CutStreams = _cut,
                Aborted = _aborted,
                WithoutUsage = _withoutUsage,
                ByModel = new Dictionary<string, TokenCounts>(_byModel),
                Log = _log.ToArray(),
            };
        }
    }

    public async Task<ProviderCounts> SettledAsync(CancellationToken cancellationToken)
    {
        Task settled;
        lock (_lock)
        {
            settled = _inFlight == 0 ? Task.CompletedTask : (_settled ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        await settled.WaitAsync(cancellationToken);
        return Snapshot();
    }

    public async Task ArrivedAsync(CancellationToken cancellationToken)
    {
        Task arrived;
        lock (_lock)
        {
            arrived = (_arrived ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        await arrived.WaitAsync(cancellationToken);
    }

    void Add(RequestEntry entry)
    {
        _requests++;
        _byStatus[entry.Status] = _byStatus.GetValueOrDefault(entry.Status) + 1;
        if (entry.Outcome == RequestOutcome.Aborted) _aborted++;
        if (entry.Tokens is { } told) _byModel[entry.Model] = _byModel.GetValueOrDefault(entry.Model) + told;
        if (entry is not { Status: 200, Model.Length: > 0 }) return;
        if (entry is { Tokens: null, Outcome: RequestOutcome.Completed }) _withoutUsage++;
        if (!entry.Stream) return;
        _ = entry.Outcome switch
        {
            RequestOutcome.Completed => _completed++,
            RequestOutcome.Aborted => _abortedStreams++,
            _ => _cut++,
        };
    }
}
