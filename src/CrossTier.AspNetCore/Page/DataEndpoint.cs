using System.Text.Json;
using CrossTier.AspNetCore.Figures;
using CrossTier.AspNetCore.Sampling;
using CrossTier.Labels;
using Microsoft.AspNetCore.Http;

namespace CrossTier.AspNetCore.Page;

/// <summary>Answers with the figures.</summary>
sealed class DataEndpoint(Sampler sampler, string application)
{
    public async Task ServeAsync(HttpContext context)
    {
        if (PageQuery.Read(context.Request.Query) is not { } query)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("minutes is a whole number from 1 to 60, after a time in milliseconds since 1970.", context.RequestAborted);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, DataOf(sampler.Look(), query), PageJson.Default.PageData, context.RequestAborted);
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
            [.. points.Select(point => Milliseconds(samples[point]))],
            Tier(isLocal: true),
            Tier(isLocal: false),
            [.. Enumerable.Range(0, view.LabelSets.Length).Select(Row)]);

        bool IsWanted(int point) => samples[point].Time >= since.Time && Milliseconds(samples[point]) > query.After;

        long Milliseconds(Sample sample) => (view.Began + sample.Time).ToUnixTimeMilliseconds();

        TierData Tier(bool isLocal)
        {
            var selection = Selection.Of(view, isLocal, query.Provider, query.Model);
            return new(FigureSet.Between(view, selection, since, now), Curves.Of(view, selection, points));
        }

        ModelRow Row(int number)
        {
            var selection = Selection.Of(view, number);
            var (provider, model) = view.LabelSets[number];
            return new(
                selection.Queues is null ? MetricLabelValues.Cloud : MetricLabelValues.Local,
                provider,
                model,
                FigureSet.Between(view, selection, null, now));
        }
    }
}
