using CrossTier.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Counting;

/// <summary>Counts are exact after any number of calls at once, and no snapshot in between contradicts itself.</summary>
public class ConcurrencyTests
{
    const int Recordings = 20_000_000;
    const int Threads = 4;

    static readonly Task<Reply> Ended = Task.FromResult(new Reply(3, 4));

    readonly Measured _measured = new();

    [Fact]
    public async Task Twenty_million_recordings_beside_snapshots_are_exact()
    {
        CallSite[] sites = [_measured.Site(), _measured.Site(), _measured.Site("ollama", "llama3.2", "gpu-1"), _measured.Site("ollama", model: null)];
        var recording = Task.WhenAll(Enumerable.Range(0, Threads)
            .Select(thread => Task.Factory.StartNew(() => Record(sites, thread), TaskCreationOptions.LongRunning)));
        var snapshots = 0;
        while (!recording.IsCompleted)
        {
            CheckSnapshot();
            snapshots++;
        }

        await recording;
        CheckSnapshot();

        Assert.InRange(snapshots, 20, int.MaxValue);
        var (success, failure, cancelled) = (Recordings * 8L / 10, Recordings / 10, Recordings / 10);
        Assert.Equal(success, Sum("success"));
        Assert.Equal(failure, Sum("failure"));
        Assert.Equal(cancelled, Sum("cancelled"));
        Assert.Equal((success / 2, failure / 2, cancelled / 2, 0), _measured.Requests());
        Assert.Equal(failure, _measured.Points(MetricDefinitions.Errors).Where(point => point.Labels[2] == "timeout").Sum(point => point.Value));
        Assert.Equal(3 * success, _measured.Points(MetricDefinitions.Tokens).Where(point => point.Labels[2] == "input").Sum(point => point.Value));
        Assert.Equal(4 * success, _measured.Points(MetricDefinitions.CallTokens).Where(point => point.Labels[3] == "output").Sum(point => point.Value));
        Assert.All(_measured.Points(MetricDefinitions.InFlight), point => Assert.Equal(0, point.Value));
        Assert.All(_measured.Points(MetricDefinitions.LocalQueueDepth), point => Assert.Equal(0, point.Value));
    }

    [Fact]
    public async Task Requests_that_move_between_threads_and_models_end_at_zero()
    {
        var unknown = _measured.Site("ollama", model: null);
        var calls = Enumerable.Range(0, 20_000).Select(i => unknown.Start(null, default).Measure<Reply, ReplyReader>(Late(i))).ToArray();
        var all = Task.WhenAll(calls);
        while (!all.IsCompleted)
        {
            CheckSnapshot();
        }

        await all;
        Assert.Equal(20_000, Sum("success"));
        Assert.Equal(0, _measured.Sum(MetricDefinitions.InFlight));
        Assert.Equal(20_000, _measured.Sum(MetricDefinitions.CallRequests));

        static async Task<Reply> Late(int i)
        {
            await Task.Yield();
            return new Reply(1, 1, "m" + (i % 7));
        }
    }

    static void Record(CallSite[] sites, int thread)
    {
        using var caller = new CancellationTokenSource();
        caller.Cancel();
        var (timeout, cancellation) = (new TimeoutException(), new OperationCanceledException());
        for (var i = 0; i < Recordings / Threads; i++)
        {
            // Each site gets each outcome: the outcome changes every four calls.
            var request = sites[(i + thread) & 3].Start(null, caller.Token);
            switch (i / 4 % 10)
            {
                case 0:
                    request.RecordFailure(timeout);
                    break;
                case 1:
                    request.RecordFailure(cancellation);
                    break;
                default:
                    request.Measure<Reply, ReplyReader>(Ended);
                    break;
            }
        }
    }

    void CheckSnapshot()
    {
        var snapshot = _measured.Snapshot().ToDictionary(metric => metric.Definition, metric => metric.Points);
        foreach (var histogram in snapshot[MetricDefinitions.Duration])
        {
            var ended = snapshot[MetricDefinitions.Requests].Where(point => point.Labels.Take(2).SequenceEqual(histogram.Labels))
                .ToDictionary(point => point.Labels[2], point => point.Value);
            Assert.Equal(ended["success"] + ended["failure"], histogram.Histogram!.Count);
            var errors = snapshot[MetricDefinitions.Errors].Where(point => point.Labels.Take(2).SequenceEqual(histogram.Labels)).Sum(point => point.Value);
            Assert.Equal(ended["failure"], errors);
        }

        Assert.Equal(
            snapshot[MetricDefinitions.Requests].Sum(point => point.Value),
            snapshot[MetricDefinitions.CallRequests].Sum(point => point.Value));
        Assert.All(snapshot[MetricDefinitions.InFlight], point => Assert.InRange(point.Value, 0, double.MaxValue));
        Assert.All(snapshot[MetricDefinitions.LocalQueueDepth], point => Assert.InRange(point.Value, 0, double.MaxValue));
    }

    double Sum(string status) => _measured.Points(MetricDefinitions.Requests).Where(point => point.Labels[2] == status).Sum(point => point.Value);
}
