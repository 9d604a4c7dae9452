using System.Diagnostics;
using System.Text.Json;
using CrossTier.CompilerServices;
using CrossTier.Pages.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace CrossTier.Pages.Tests;

/// <summary>200 label sets, an hour of history and 20 readers: what an answer weighs; how long another endpoint takes meanwhile is printed.</summary>
public sealed class ReaderLoadTests(ITestOutputHelper output)
{
    const int LabelSets = 200;
    const int Readers = 20;
    const int Requests = 300;

    // Later than all points of the stepped clock.
    static readonly long End = new DateTimeOffset(2100, 1, 1, 14, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    [Fact]
    public async Task Answers_after_the_first_hold_what_is_new()
    {
        var clock = new SteppedClock();
        await using var host = await PageHost.StartAsync(
            application =>
            {
                application.MapCrossTier();
                application.MapGet("/other", () => "ok");
            },
            clock: clock);
        Record(LabelSets);
        for (var minute = 0; minute < 60; minute++)
        {
            Record(LabelSets);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await host.Http.GetByteArrayAsync("/crosstier/data?minutes=60");
        var next = NextOf(first);
        clock.Advance(TimeSpan.FromSeconds(5));
        Record(LabelSets / 10);
        Assert.True(SpinWait.SpinUntil(() => LookOf(host, next).Result > 0, TimeSpan.FromMinutes(1)));
        var later = await host.Http.GetByteArrayAsync(next);
        var idle = await host.Http.GetByteArrayAsync(NextOf(later));

        var alone = await PercentileAsync(host);
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => ReadAsync(host, stop.Token)).ToArray();
        var beside = await PercentileAsync(host);
        await stop.CancelAsync();
        var answers = await Task.WhenAll(readers);

        output.WriteLine(
            $"{LabelSets} label sets, an hour: first answer {first.Length:N0} bytes, a later one with a tenth of the sets in use {later.Length:N0}, "
            + $"with none {idle.Length:N0}; "
            + $"another endpoint's p95 {alone:N2} ms alone, {beside:N2} ms beside {Readers} readers ({answers.Sum():N0} answers)");
        Assert.InRange(later.Length, 1, first.Length / 5);
        Assert.InRange(idle.Length, 1, first.Length / 20);
    }

    static void Record(int labelSets)
    {
        for (var i = 0; i < labelSets; i++)
        {
            new CallSite("ReaderLoad.Ask", "reader-load", "model-" + i).Start(null, default).Succeeded();
        }
    }

    // As the page asks: for rows that changed since the last answer, and for later points.
    static string NextOf(byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        var times = json.RootElement.GetProperty("times");
        var last = times.GetArrayLength() > 0 ? times[times.GetArrayLength() - 1].GetInt64() : End;
        return $"/crosstier/data?minutes=60&look={json.RootElement.GetProperty("look").GetInt64()}&after={last}";
    }

    static async Task<int> LookOf(PageHost host, string question)
    {
        using var json = JsonDocument.Parse(await host.Http.GetByteArrayAsync(question));
        return json.RootElement.GetProperty("models").GetArrayLength();
    }

    // Ten times as often as a page does.
    static async Task<int> ReadAsync(PageHost host, CancellationToken stop)
    {
        var (question, answers) = ("/crosstier/data?minutes=60", 0);
        for (; !stop.IsCancellationRequested; answers++)
        {
            question = NextOf(await host.Http.GetByteArrayAsync(question, CancellationToken.None));
            await Task.Delay(200, CancellationToken.None);
        }

        return answers;
    }

    static async Task<double> PercentileAsync(PageHost host)
    {
        List<double> milliseconds = [];
        for (var request = 0; request < Requests; request++)
        {
            var started = Stopwatch.GetTimestamp();
            await host.Http.GetStringAsync("/other");
            milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(5);
        }

        milliseconds.Sort();
        return milliseconds[Requests * 95 / 100];
    }
}
