using CrossTier.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Tests;

public sealed class BaselineTests
{
    const string Source = """
        class C
        {
            C(IChatClient c) => c.GetResponseAsync("0");
            Task Ask<T>(IChatClient c, List<T> list) { c.GetResponseAsync("1"); return c.GetResponseAsync("2"); }
            Task Send(HttpClient h) => h.PostAsync("/v1/messages", null);
            [AiCall] object Late(IChatClient c, dynamic d) => c.GetResponseAsync(d);
        }
        """;

    const string Api = "Microsoft.Extensions.AI.ChatClientExtensions.GetResponseAsync";

    const string All = $$"""
        # calls from before the rules
        M:C.#ctor(Microsoft.Extensions.AI.IChatClient) {{Api}} 1
        M:C.Ask``1(Microsoft.Extensions.AI.IChatClient,System.Collections.Generic.List{``0}) {{Api}} 2   # both

        M:C.Send(System.Net.Http.HttpClient) System.Net.Http.HttpClient.PostAsync 1
        M:C.Late(Microsoft.Extensions.AI.IChatClient,System.Object) Microsoft.Extensions.AI.IChatClient.GetResponseAsync 1
        """;

    [Fact]
    public async Task A_baseline_that_names_each_call_is_quiet() => Assert.Empty(await Run(All));

    [Fact]
    public async Task Without_a_baseline_each_call_is_flagged() =>
        Assert.Equal(["AIC001", "AIC001", "AIC001", "AIC003", "AIC002"], (await Run(null)).Select(diagnostic => diagnostic.Id));

    [Fact]
    public async Task A_call_more_than_the_count_is_flagged_and_it_is_the_last()
    {
        var found = Assert.Single(await Run(All.Replace(" 2   # both", " 1")));
        Assert.Equal(("AIC001", Source.LastIndexOf("GetResponseAsync(\"2\")", StringComparison.Ordinal)), (found.Id, found.Location.SourceSpan.Start));
    }

    [Theory]
    [InlineData("M:C.Gone Microsoft.Extensions.AI.ChatClientExtensions.GetResponseAsync 1", "holds no unmeasured call of")]
    [InlineData("M:C.Gone GetResponseAsync", "a line holds")]
    [InlineData("M:C.Gone GetResponseAsync none", "a line holds")]
    [InlineData("M:C.Gone GetResponseAsync 0", "a line holds")]
    [InlineData("M:C.Send(System.Net.Http.HttpClient) System.Net.Http.HttpClient.PostAsync 1", "stand in an earlier line")]
    public async Task A_line_that_says_nothing_is_reported_where_it_stands(string line, string problem)
    {
        var found = Assert.Single(await Run(All + "\n" + line));
        Assert.Equal(
            ("AIC013", AnalyzerOptionsOf.BaselinePath, 6),
            (found.Id, found.Location.GetLineSpan().Path, found.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains(problem, found.GetMessage());
    }

    [Fact]
    public async Task A_count_that_is_too_high_is_reported() =>
        Assert.EndsWith("not 3; lower the count", Assert.Single(await Run(All.Replace(" 2   # both", " 3"))).GetMessage());

    static async Task<IReadOnlyList<Diagnostic>> Run(string? baseline) => await new Project { Baseline = baseline }.Run(Source, Project.AllRules);
}
