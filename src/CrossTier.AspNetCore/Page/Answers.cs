using System.Diagnostics;
using System.Text.Json;
using CrossTier.AspNetCore.Figures;
using CrossTier.AspNetCore.Sampling;

namespace CrossTier.AspNetCore.Page;

/// <summary>
/// The answers to all readers: the process is looked at, and each question answered, once a second at most, however many ask. One is worked out at a
/// time, so that readers take no more than one processor from the application.
/// </summary>
sealed class Answers(Sampler sampler, string application) : IDisposable
{
    /// <summary>How many different questions a look answers; readers who ask the same share one.</summary>
    public const int MaxQuestions = 32;

    readonly SemaphoreSlim _gate = new(1);
    readonly ModelTable _models = new();
    readonly Dictionary<PageQuery, byte[]> _answers = [];
    View? _view;
    long _look;
    long _taken;

    /// <summary>How old an answer may be.</summary>
    public static TimeSpan MaxAge { get; set; } = TimeSpan.FromSeconds(1);

    /// <returns>JSON; null if too many different questions were asked.</returns>
    public async ValueTask<byte[]?> GetAsync(PageQuery query, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_view is null || Stopwatch.GetElapsedTime(_taken) >= MaxAge)
            {
                Look();
            }

            return _answers.TryGetValue(query, out var known) ? known
                : _answers.Count >= MaxQuestions ? null
                : _answers[query] = JsonSerializer.SerializeToUtf8Bytes(DataOf(_view!, query), PageJson.Default.PageData);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    void Look()
    {
        _taken = Stopwatch.GetTimestamp();
        _view = sampler.Look();
        _look++;
        _answers.Clear();
        _models.Update(_view, _look);
    }

    PageData DataOf(View view, PageQuery query)
    {
        var (now, samples) = (view.Now, view.Samples);
        var since = samples.First(sample => sample.Time >= now.Time - query.Range || sample == samples[^1]);
        int[] points = [.. Enumerable.Range(1, samples.Length - 1).Where(IsWanted)];
        var maxLabelSets = 0;
        AiMetrics.Configure(options => maxLabelSets = options.MaxLabelSets);
        return new PageData(
            application,
            view.Facts.Version,
            view.Began.ToUnixTimeMilliseconds(),
            Milliseconds(now),
            (now.Time - since.Time).TotalSeconds,
            maxLabelSets,
            view.Facts.ScrapeErrors,
            [.. points.Select(point => Milliseconds(samples[point]))],
            Tier(isLocal: true),
            Tier(isLocal: false),
            _look,
            _models.ChangedAfter(query.Look));

        bool IsWanted(int point) => samples[point].Time >= since.Time && Milliseconds(samples[point]) > query.After;

        long Milliseconds(Sample sample) => (view.Began + sample.Time).ToUnixTimeMilliseconds();

        TierData Tier(bool isLocal)
        {
            var selection = Selection.Of(view, isLocal, query.Provider, query.Model);
            return new(FigureSet.Between(view, selection, since, now), Curves.Of(view, selection, points));
        }
    }
}
