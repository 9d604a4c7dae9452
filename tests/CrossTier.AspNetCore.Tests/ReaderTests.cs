using System.Net;
using System.Text.Json;
using CrossTier.AspNetCore.Page;
using CrossTier.CompilerServices;
using CrossTier.Pages.Tests.Support;

namespace CrossTier.Pages.Tests;

/// <summary>Many readers take no more from the application than one.</summary>
public sealed class ReaderTests : IDisposable
{
    public void Dispose() => Answers.MaxAge = TimeSpan.Zero;

    [Fact]
    public async Task Readers_who_ask_the_same_share_one_look()
    {
        await using var host = await PageHost.StartAsync();
        Answers.MaxAge = TimeSpan.FromHours(1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Http.GetStringAsync("/crosstier/data?minutes=60")));
        Assert.Single(answers.Distinct());
        Assert.Equal(1, LookOf(answers[0]));
    }

    [Fact]
    public async Task An_answer_has_the_rows_that_changed_since_the_last_one()
    {
        await using var host = await PageHost.StartAsync();
        Ask("one");
        Ask("two");
        var first = await host.Http.GetStringAsync("/crosstier/data");
        Assert.Equal(["one", "two"], Models(first).Order());

        Assert.Empty(Models(await host.Http.GetStringAsync($"/crosstier/data?look={LookOf(first)}")));
        Ask("two");
        var second = await host.Http.GetStringAsync($"/crosstier/data?look={LookOf(first)}");
        Assert.Equal(["two"], Models(second));
        Assert.Empty(Models(await host.Http.GetStringAsync($"/crosstier/data?look={LookOf(second)}")));
        Assert.Equal(["one", "two"], Models(await host.Http.GetStringAsync("/crosstier/data")).Order());
    }

    [Fact]
    public async Task Different_questions_are_answered_up_to_a_limit_until_the_next_look()
    {
        await using var host = await PageHost.StartAsync();
        Answers.MaxAge = TimeSpan.FromHours(1);
        for (var i = 0; i < Answers.MaxQuestions; i++)
        {
            using var answer = await host.Http.GetAsync($"/crosstier/data?provider={i}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var refused = await host.Http.GetAsync("/crosstier/data?provider=one-more");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "1"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/crosstier/data?provider=0")).StatusCode);
        Answers.MaxAge = TimeSpan.Zero;
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/crosstier/data?provider=one-more")).StatusCode);
    }

    static void Ask(string model) => new CallSite("Readers.Ask", "readers", model).Start(null, default).Succeeded();

    static long LookOf(string json) => JsonDocument.Parse(json).RootElement.GetProperty("look").GetInt64();

    static IEnumerable<string> Models(string json) => JsonDocument.Parse(json).RootElement.GetProperty("models").EnumerateArray()
        .Where(row => row.GetProperty("provider").GetString() == "readers")
        .Select(row => row.GetProperty("model").GetString()!);
}
