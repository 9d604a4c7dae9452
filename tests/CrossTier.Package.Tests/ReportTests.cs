using System.Text.Json.Nodes;
using CrossTier.Package.Tests.Support;

namespace CrossTier.Package.Tests;

/// <summary><c>crosstier-calls.json</c>: each call of the assembly once, with how it is measured or why not.</summary>
public sealed class ReportTests(Feed feed)
{
    const string Calls = """
        using CrossTier;
        using Microsoft.Extensions.AI;

        public static class Chat
        {
            static readonly HttpClient Http = new();

            [AiCall("openai", "gpt-4o")]
            public static Task Measured(IChatClient client) => client.GetResponseAsync("hi");

            public static Task Unlabelled(IChatClient client) => client.GetResponseAsync("hi");

            [AiIgnore("warm-up, not billed")]
            public static Task Excused(IChatClient client) => client.GetResponseAsync("hi");

            public static Task Old(IChatClient client) => client.GetResponseAsync("hi");

        #pragma warning disable AIC002
            [AiCall("openai", "gpt-4o")]
            public static Func<string, ChatOptions?, CancellationToken, Task<ChatResponse>> Refused(IChatClient client) => client.GetResponseAsync;
        #pragma warning restore AIC002

            public static Task<HttpResponseMessage> ByHand(HttpContent body) => Http.PostAsync("http://localhost:11434/v1/chat/completions", body);
        }
        """;

    const string Baseline = "M:Chat.Old(Microsoft.Extensions.AI.IChatClient) Microsoft.Extensions.AI.ChatClientExtensions.GetResponseAsync 1\n";

    static readonly string[] Listed =
    [
        "measured 9 openai gpt-4o  ",
        "unscoped 11   AIC001 ",
        "excused 14    warm-up, not billed",
        "baselined 16   AIC001 ",
        "refused 20 openai gpt-4o AIC002 suppressed",
        "unmeasured 23   AIC003 ",
    ];

    [Fact]
    public async Task Every_call_is_listed_once_whatever_silences_its_rule()
    {
        var workspace = feed.Workspace().Project("App", Calls).File("App/AiCalls.Baseline.txt", Baseline);
        (await workspace.Build("App")).Succeeded();
        Assert.False(File.Exists(Path.Combine(workspace.Folder, "App/bin/Debug/net10.0/crosstier-calls.json")));

        // The compiler has nothing new to compile: the report needs its log all the same.
        var build = (await workspace.Build("App", "-p:CrossTierReport=true")).Succeeded();
        Assert.Contains("App: 1 of 6 inference calls measured, 2 excused", build.Output);
        Assert.DoesNotContain("AIC000", build.Output);
        Assert.Equal(Listed, Lines(Report(workspace)));
        Assert.Contains("endpoint", Report(workspace)["calls"]![5]!["reason"]!.GetValue<string>());

        build = (await workspace.Build("App", "-p:CrossTierReport=true")).Succeeded();
        Assert.Contains("App: 1 of 6 inference calls measured, 2 excused", build.Output);

        workspace.File("App/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.AIC001.severity = none\ndotnet_diagnostic.AIC003.severity = none\n");
        build = (await workspace.Build("App", "-p:CrossTierReport=true")).Succeeded();
        build.Says();
        Assert.Equal(Listed, Lines(Report(workspace)));
    }

    [Fact]
    public async Task With_no_rule_at_work_the_calls_are_still_counted()
    {
        var workspace = feed.Workspace()
            .Project("App", Calls, "<CrossTierEnforcement>none</CrossTierEnforcement><NoWarn>$(NoWarn);AIC003</NoWarn><ErrorLog>$(OutDir)old.sarif</ErrorLog>")
            .File("App/AiCalls.Baseline.txt", Baseline);
        var build = (await workspace.Build("App", "-p:CrossTierReport=true")).Succeeded();
        Assert.Contains("App: 1 of 6 inference calls measured, 2 excused", build.Output);
    }

    [Fact]
    public async Task Paths_that_the_build_maps_are_found_again()
    {
        var workspace = feed.Workspace().Project("App", Calls, "<PathMap>$(MSBuildProjectDirectory)=/src</PathMap>").File("App/AiCalls.Baseline.txt", Baseline);
        (await workspace.Build("App", "-p:CrossTierReport=true")).Succeeded();
        Assert.Equal(Listed, Lines(Report(workspace)));
        Assert.All(Report(workspace)["calls"]!.AsArray(), call => Assert.Equal("Code.cs", call!["file"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("embedded", "9:56 11:65 14:55 16:58 20:123 23:78")]
    [InlineData("none", "11:65 16:58 20:123 23:78 - -")]
    public async Task Locations_come_from_the_PDB_or_from_a_rule(string symbols, string locations)
    {
        var workspace = feed.Workspace().Project("App", Calls, $"<DebugType>{symbols}</DebugType><DeterministicSourcePaths>true</DeterministicSourcePaths>")
            .File("App/AiCalls.Baseline.txt", Baseline);
        var build = (await workspace.Build("App", "-c", "Release", "-p:CrossTierReport=true")).Succeeded();
        var calls = JsonNode.Parse(workspace.Read("App/bin/Release/net10.0/crosstier-calls.json"))!["calls"]!.AsArray();
        Assert.Equal(locations, string.Join(' ', calls.Select(call => call!["line"] is { } line ? $"{line}:{call["column"]}" : "-")));
        Assert.All(calls, call => Assert.True(call!["file"] is null || call["file"]!.GetValue<string>() == "Code.cs"));
        Assert.Equal(symbols == "none", build.Output.Contains("App has no portable PDB beside it or in it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_in_a_Razor_file_is_listed_at_its_line()
    {
        var workspace = feed.Workspace();
        workspace.Bare(
            "App",
            "public static class Nothing;",
            items: workspace.Package("CrossTier") + """<FrameworkReference Include="Microsoft.AspNetCore.App" />""",
            sdk: "Microsoft.NET.Sdk.Razor")
            .File("App/Ask.razor", """
                @using Microsoft.Extensions.AI
                @attribute [CrossTier.AiCall("openai", "gpt-4o")]
                <p>@_reply</p>
                @code {
                    string? _reply;
                    [Microsoft.AspNetCore.Components.Inject] IChatClient Client { get; set; } = null!;
                    protected override async Task OnInitializedAsync() => _reply = (await Client.GetResponseAsync("hi")).Text;
                }
                """);
        var build = await workspace.Build("App", "-p:CrossTierReport=true", "-p:CrossTierEnforcement=warning");
        build.Succeeded().Says("warning AIC002 Ask.razor(7)");
        Assert.Contains("App: 0 of 1 inference calls measured, 0 excused", build.Output);
        Assert.Equal("Ask.razor", Report(workspace)["calls"]![0]!["file"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_app_without_calls_has_an_empty_report()
    {
        var workspace = feed.Workspace().Project("App", "public static class Nothing;");
        Assert.Contains("App: 0 of 0 inference calls measured, 0 excused", (await workspace.Build("App", "-p:CrossTierReport=true")).Succeeded().Output);
        Assert.Empty(Report(workspace)["calls"]!.AsArray());
    }

    static JsonNode Report(Workspace workspace) => JsonNode.Parse(workspace.Read("App/bin/Debug/net10.0/crosstier-calls.json"))!;

    static IEnumerable<string> Lines(JsonNode report) => report["calls"]!.AsArray().Select(call =>
    {
        var rule = call!["rule"]?.GetValue<string>();
        var note = call["suppressed"] is not null ? "suppressed" : rule is null ? call["reason"]?.GetValue<string>() : "";
        return $"{call["state"]} {call["line"]} {call["provider"]} {call["model"]} {rule} {note}";
    });
}
