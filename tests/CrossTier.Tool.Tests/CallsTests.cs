using System.Text.Json;
using CrossTier.Alerts.Tests.Support;

namespace CrossTier.Tool.Tests;

public class CallsTests
{
    const string Page = """
        # HELP ai_gateway_call_requests_total Inference requests
        # TYPE ai_gateway_call_requests_total counter
        ai_gateway_call_requests_total{call="Shop.Ask",provider="openai",model="gpt-4o",status="success"} 12
        ai_gateway_call_requests_total{call="Shop.Ask",provider="openai",model="gpt-4o",status="failure"} 0
        ai_gateway_call_requests_total{call="Shop.\"Sort\"",provider="acme, ltd",model="a\\b",status="success"} 3 1700000000000
        ai_gateway_provider_info{provider="openai",tier="cloud"} 1
        ai_gateway_provider_info{provider="acme, ltd",tier="local"} 1
        ai_gateway_call_sites{state="measured"} 7
        ai_gateway_call_sites{state="excused"} 2
        ai_gateway_call_sites{state="baselined"} 1
        broken{label="cut
        """;

    [Fact]
    public async Task The_table_names_every_call_and_what_becomes_of_it()
    {
        var table = await Tool.DoAsync("calls", Tool.Host);
        Assert.Contains("Shop.cs:12", table);
        Assert.DoesNotContain('\u001b', table);
        Assert.Matches("Shop.TriageAsync .* ollama .* llama3.2 .* local .* measured where it stands", table);
        Assert.Contains("excused: warm-up | not billed", table);
        Assert.Contains("the method is used as a delegate", table);
        Assert.Contains("55.6 % measured: 5 of 9 calls; 1 excused, 0 in the baseline.", table);
    }

    [Fact]
    public async Task The_assembly_is_not_loaded()
    {
        await Tool.DoAsync("calls", Tool.Host);
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "CrossTier.CallExamples");
    }

    [Fact]
    public async Task Json_holds_the_same_calls()
    {
        using var json = JsonDocument.Parse(await Tool.DoAsync("calls", Tool.Host, "--format", "json"));
        var calls = json.RootElement.GetProperty("calls").EnumerateArray().ToList();
        Assert.Equal(10, calls.Count);
        Assert.Equal(
            (5, 4, 1),
            (
                json.RootElement.GetProperty("measured").GetInt32(),
                json.RootElement.GetProperty("unmeasured").GetInt32(),
                json.RootElement.GetProperty("excused").GetInt32()));
        var triage = calls.Single(call => call.GetProperty("call").GetString() == "Shop.TriageAsync");
        Assert.Equal(
            ("gpu-1", "local", 12),
            (triage.GetProperty("instance").GetString(), triage.GetProperty("tier").GetString(), triage.GetProperty("line").GetInt32()));
        Assert.Equal("M:CrossTier.CallExamples.Shop.TriageAsync", triage.GetProperty("member").GetString());
    }

    [Fact]
    public async Task Without_a_pdb_calls_are_listed_without_location_and_one_line_says_so()
    {
        using var scratch = new Scratch();
        var copy = scratch["CrossTier.CallExamples.dll"];
        File.Copy(Tool.Host, copy);
        var (exitCode, table, error) = await Tool.RunAsync("calls", copy);
        Assert.Equal(0, exitCode);
        Assert.StartsWith("note: CrossTier.CallExamples has no portable PDB", Assert.Single(error.TrimEnd().Split('\n')));
        Assert.DoesNotContain(".cs:", table);
        Assert.Contains("55.6 % measured: 5 of 9 calls; 1 excused, 0 in the baseline.", table);

        File.Copy(Path.ChangeExtension(Tool.Host, "pdb"), Path.ChangeExtension(copy, "pdb"));
        (_, table, error) = await Tool.RunAsync("calls", copy);
        Assert.Empty(error);
        Assert.Contains("│ Shop.cs:12 ", table);
    }

    [Fact]
    public async Task Markdown_survives_a_bar_in_a_reason()
    {
        var lines = (await Tool.DoAsync("calls", Tool.Host, "-f", "markdown")).Split('\n').Where(line => line.StartsWith('|')).ToList();
        Assert.Equal(12, lines.Count);
        Assert.All(lines, line => Assert.Equal(8, line.Replace("\\|", "").Count(c => c == '|')));
    }

    [Fact]
    public async Task Sarif_passes_what_is_measured_and_suppresses_what_is_excused()
    {
        using var sarif = JsonDocument.Parse(await Tool.DoAsync("calls", Tool.Host, "-f", "sarif"));
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var results = sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(5, results.Count(result => result.GetProperty("kind").GetString() == "pass" && result.GetProperty("level").GetString() == "none"));
        Assert.Equal(
            "warm-up | not billed",
            results.Single(result => result.TryGetProperty("suppressions", out _)).GetProperty("suppressions")[0].GetProperty("justification").GetString());
        Assert.Equal(1, results.Count(result => result.GetProperty("ruleId").GetString() == "AIC002"));
        Assert.All(
            results,
            result => Assert.True(result.GetProperty("locations")[0]
                .GetProperty("physicalLocation")
                .GetProperty("region")
                .GetProperty("startLine")
                .GetInt32() > 0));
    }

    [Fact]
    public async Task A_running_application_is_read_from_its_page()
    {
        using var scratch = new Scratch();
        var page = scratch.Write("metrics.txt", Page);
        var table = await Tool.DoAsync("calls", page);
        Assert.Matches("Shop.Ask .* openai .* gpt-4o .* cloud", table);
        Assert.Matches("Shop.\"Sort\" .* acme, ltd .* a\\\\b .* local", table);
        Assert.Equal("100 % measured: 7 of 7 calls; 2 excused, 1 in the baseline.", (await Tool.DoAsync("coverage", page)).Trim());
    }

    [Fact]
    public async Task Coverage_below_the_limit_is_exit_code_1()
    {
        Assert.Equal(1, (await Tool.RunAsync("coverage", Tool.Host)).ExitCode);
        Assert.Equal(1, (await Tool.RunAsync("coverage", Tool.Host, "--min", "55.6")).ExitCode);
        Assert.Equal(0, (await Tool.RunAsync("coverage", Tool.Host, "--min", "55.5")).ExitCode);
        Assert.Contains("Unmeasured.cs:8: Unmeasured.ForgottenAsync", (await Tool.RunAsync("coverage", Tool.Host)).Output);
    }

    [Fact]
    public async Task A_baseline_covers_what_is_unmeasured_today_and_nothing_more()
    {
        using var scratch = new Scratch();
        var file = scratch["AiCalls.Baseline.txt"];
        await Tool.DoAsync("baseline", Tool.Host, "-o", file);
        var lines = (await File.ReadAllLinesAsync(file)).Where(line => !line.StartsWith('#')).ToList();
        Assert.Equal(
            [
                "M:CrossTier.CallExamples.Unmeasured.AsDelegate OpenAI.Chat.ChatClient.CompleteChatAsync 1",
                "M:CrossTier.CallExamples.Unmeasured.ForgottenAsync OpenAI.Chat.ChatClient.CompleteChatAsync 1",
                "M:CrossTier.CallExamples.Unmeasured.ForgottenTwiceAsync OpenAI.Chat.ChatClient.CompleteChatAsync 2",
            ],
            lines);
        await Tool.DoAsync("coverage", Tool.Host, "--baseline", file);

        scratch.Write("AiCalls.Baseline.txt", lines[0] + "\n" + lines[1] + "\n" + lines[2].Replace(" 2", " 1 # one is left"));
        var (exitCode, output, _) = await Tool.RunAsync("coverage", Tool.Host, "--baseline", file);
        Assert.Equal(1, exitCode);
        Assert.Contains("Unmeasured.cs:13", output);
        Assert.DoesNotContain("Unmeasured.cs:12", output);
    }
}
