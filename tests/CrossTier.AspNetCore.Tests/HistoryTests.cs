using System.Text.Json;
using CrossTier.AspNetCore.Sampling;
using CrossTier.CompilerServices;
using CrossTier.Pages.Tests.Support;

namespace CrossTier.Pages.Tests;

/// <summary>The history that the page draws: sampled while nobody looks, over the minute before each point, bounded.</summary>
public sealed class HistoryTests
{
    [Fact]
    public async Task Each_point_is_over_the_minute_before_it()
    {
        var clock = new SteppedClock();
        await using var host = await PageHost.StartAsync(clock: clock);
        Calls("history-1", 6);
        clock.Advance(TimeSpan.FromSeconds(5));
        Calls("history-1", 9);
        clock.Advance(TimeSpan.FromSeconds(70));

        using var data = await DataAsync(host, "?model=history-1");
        var rates = Numbers(data, "requestsPerSecond");
        Assert.Equal(15, rates.Count);
        Assert.Equal(6 / 5.0, rates[0]);
        Assert.Equal(15 / 10.0, rates[1]);
        Assert.Equal(15 / 60.0, rates[11]);
        Assert.Equal(9 / 60.0, rates[12]); // The first six are more than a minute ago.
        Assert.Equal(0, rates[13]);
        var times = data.RootElement.GetProperty("times").EnumerateArray().Select(time => time.GetInt64()).ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.Equal(5000, pair.Second - pair.First));
        Assert.Equal(15 / 75.0, data.RootElement.GetProperty("cloud").GetProperty("figures").GetProperty("requestsPerSecond").GetDouble());
    }

    [Fact]
    public async Task A_page_that_knows_some_points_gets_the_others()
    {
        var clock = new SteppedClock();
        await using var host = await PageHost.StartAsync(clock: clock);
        clock.Advance(TimeSpan.FromSeconds(20));
        using var first = await DataAsync(host, "");
        var last = first.RootElement.GetProperty("times").EnumerateArray().Last().GetInt64();
        clock.Advance(TimeSpan.FromSeconds(10));
        using var second = await DataAsync(host, $"?after={last}");
        Assert.Equal([last + 5000, last + 10000], second.RootElement.GetProperty("times").EnumerateArray().Select(time => time.GetInt64()));
        using var third = await DataAsync(host, $"?after={last + 10000}");
        Assert.Empty(third.RootElement.GetProperty("times").EnumerateArray());
    }

    [Fact]
    public async Task It_goes_back_an_hour()
    {
        var clock = new SteppedClock();
        await using var host = await PageHost.StartAsync(clock: clock);
        Calls("history-2", 3);
        clock.Advance(TimeSpan.FromMinutes(59));
        using (var data = await DataAsync(host, "?model=history-2&minutes=60"))
        {
            Assert.Equal(3, data.RootElement.GetProperty("cloud").GetProperty("figures").GetProperty("success").GetInt64());
        }

        clock.Advance(TimeSpan.FromMinutes(30));
        using (var data = await DataAsync(host, "?model=history-2&minutes=60"))
        {
            Assert.Equal(0, data.RootElement.GetProperty("cloud").GetProperty("figures").GetProperty("success").GetInt64());
            Assert.Equal(3600, data.RootElement.GetProperty("seconds").GetDouble());
            Assert.Equal(721, data.RootElement.GetProperty("times").GetArrayLength());
        }
    }

    [Theory]
    [InlineData("?minutes=0")]
    [InlineData("?minutes=61")]
    [InlineData("?minutes=-5")]
    [InlineData("?minutes=1e1")]
    [InlineData("?minutes=")]
    [InlineData("?minutes=99999999999999999999")]
    [InlineData("?after=now")]
    [InlineData("?after=-1")]
    public async Task A_question_that_makes_no_sense_is_a_400_that_says_so(string query)
    {
        await using var host = await PageHost.StartAsync();
        using var answer = await host.Http.GetAsync("/crosstier/data" + query);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("from 1 to 60", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Sampling_ends_with_the_application()
    {
        var clock = new SteppedClock();
        await using var host = await PageHost.StartAsync(clock: clock);
        Assert.Equal(1, clock.Timers);
        await host.StopAsync();
        Assert.Equal(0, clock.Timers);
    }

    [Fact]
    public void The_ring_keeps_an_hour_and_a_minute()
    {
        var ring = new SampleRing();
        for (var second = 0; second <= 3 * 3600; second += 5)
        {
            ring.Add(new Sample(TimeSpan.FromSeconds(second), [], [], 0));
        }

        Assert.Equal((61 * 12) + 1, ring.All.Length);
        Assert.Equal(TimeSpan.FromMinutes(61), ring.Last!.Time - ring.All[0].Time);
    }

    [Fact]
    public void Its_memory_is_bounded_however_many_label_sets_change()
    {
        var ring = new SampleRing();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var second = 0; second <= 3600; second += 5)
        {
            ring.Add(new Sample(
                TimeSpan.FromSeconds(second),
                [.. Enumerable.Range(0, 500).Select(_ => new SamplePoint(default, 0, [.. new long[18]], [.. new long[18]]))],
                [],
                500));
        }

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(bytes, SampleRing.MaxBytes * 0.7, SampleRing.MaxBytes * 1.05); // As much as it may, and as its own estimate says.
        Assert.InRange(ring.All.Length, 70, 80); // About six minutes of 500 label sets that all change every five seconds.
        GC.KeepAlive(ring);
    }

    [Fact]
    public void What_does_not_change_costs_a_reference()
    {
        var reader = new SampleReader();
        Calls("history-3", 1);
        var first = reader.Read(AiMetrics.Snapshot(), TimeSpan.Zero, null);
        Calls("history-3", 1);
        var second = reader.Read(AiMetrics.Snapshot(), TimeSpan.FromSeconds(5), first);
        Assert.Equal(1, second.Changed);
        Assert.Equal(first.Points.Length - 1, first.Points.Zip(second.Points).Count(pair => ReferenceEquals(pair.First, pair.Second)));
        var third = reader.Read(AiMetrics.Snapshot(), TimeSpan.FromSeconds(10), second);
        Assert.Equal(0, third.Changed);
    }

    static void Calls(string model, int count)
    {
        var site = new CallSite("Chat.Ask", "history", model, null, AiTier.Cloud);
        for (var call = 0; call < count; call++)
        {
            site.Start(null, default).Measure<string, SilentReader>("reply");
        }
    }

    static async Task<JsonDocument> DataAsync(PageHost host, string query) => JsonDocument.Parse(await host.Http.GetStringAsync("/crosstier/data" + query));

    static List<double> Numbers(JsonDocument data, string curve) =>
        [.. data.RootElement.GetProperty("cloud").GetProperty("curves").GetProperty(curve).EnumerateArray().Select(value => value.GetDouble())];
}
