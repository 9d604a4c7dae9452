using System.Diagnostics;
using System.Text.Json;
using CrossTier.Alerts.Tests.Rehearsal;
using CrossTier.Samples.HybridGateway.Load;

namespace CrossTier.Alerts.Tests;

/// <summary>
/// A load test of the alerts on a real Prometheus and Alertmanager, with minutes turned into seconds: silence while all is well, each trouble
/// reaches people and is over when it is over, and every query of the dashboard returns data.
/// </summary>
public class RehearsalTests(ITestOutputHelper output)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // What a trouble of the script sets off, and whose fault it names.
    static readonly Dictionary<string, (string Alert, string Provider)> Expected = new()
    {
        [FaultScript.QueueGrows] = ("AiGpuSaturatedQueueGrowing", ""),
        [FaultScript.CloudErrors] = ("AiCloudErrorRate", "openai"),
        [FaultScript.LocalDown] = ("AiProviderDown", "ollama"),
    };

    [Fact]
    public async Task Troubles_reach_people_and_pass_and_no_panel_is_empty()
    {
        await using var installation = await Installation.StartAsync();
        foreach (var phase in installation.Gateway.Script)
        {
            if (Expected.TryGetValue(phase.Name, out var expected))
            {
                await RehearseAsync(installation, phase, expected.Alert, expected.Provider);
            }
            else if (phase.Name == FaultScript.Healthy)
            {
                // Long enough for every window but those of days.
                await WaitForSeriesAsync(installation.Prometheus, "job_provider_model:ai_gateway_request_duration_seconds:mean10m");
                await Task.Delay(TimeSpan.FromSeconds(25));
                Assert.Empty(installation.Pager.Notices);
            }
        }

        // Nobody is told what nobody asked: trends stay on the dashboard, and troubles of one provider name no other.
        Assert.DoesNotContain(
            installation.Pager.Notices,
            notice => notice is { Alert: "AiProviderDown", Provider: not "ollama" } or { Alert: "AiCloudErrorRate", Provider: not "openai" });

        installation.Gateway.AskForUnpriced();
        installation.Gateway.MapAddress();
        await WaitForSeriesAsync(installation.Prometheus, "ALERTS{alertname=\"AiUnmeasuredRequests\",alertstate=\"firing\",provider=\"gateway\"}");
        await WaitForSeriesAsync(installation.Prometheus, "ALERTS{alertname=\"AiUnpricedTokens\"}");
        await WaitForSeriesAsync(installation.Prometheus, "job_provider_model:ai_gateway_request_duration_seconds:mean1d");
        var verify = await Installation.RunToolAsync(["verify", "--prometheus", installation.Prometheus, .. installation.Options]);
        output.WriteLine(verify.Output);
        Assert.True(verify.ExitCode == 0, verify.Output);
        Assert.Contains(" 0 return nothing, 0 fail.", verify.Output);

        // The gateway's own calls report no finish reason, tier or tool: what shows these alone waits, and nothing else.
        Assert.All(
            verify.Output.Split('\n').Where(line => line.Contains("│ nothing │", StringComparison.Ordinal)),
            line => Assert.Matches("ai_gateway_(finish_reasons|tier_tokens|billed_tool_uses)_total does not exist", line));

        var wrong = await Installation.RunToolAsync("verify", "--prometheus", installation.Prometheus, "--job", "gatway");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("no application with CrossTier is scraped as job gatway", wrong.Output);
    }

    async Task RehearseAsync(Installation installation, Phase phase, string alert, string provider)
    {
        var before = installation.Pager.Notices.Count;
        await phase.Begin();
        installation.Hardware.Load = phase.Name == FaultScript.QueueGrows ? 97 : 40;
        var fired = await installation.Pager.WaitForAsync(alert, "firing", before, Patience, installation.State);
        var notice = installation.Pager.Notices.Skip(before).First(notice => notice.Alert == alert);
        Assert.Equal(provider, notice.Provider);
        await phase.End();
        installation.Hardware.Load = 40;
        var resolved = await installation.Pager.WaitForAsync(alert, "resolved", before, Patience, installation.State);
        output.WriteLine($"{phase.Name}: {alert} fired after {fired.TotalSeconds:0.0} s, resolved after {resolved.TotalSeconds:0.0} s: {notice.Summary}");
    }

    static async Task WaitForSeriesAsync(string prometheus, string expr)
    {
        using var http = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = JsonDocument.Parse(await http.GetStringAsync($"{prometheus}/api/v1/query?query={Uri.EscapeDataString(expr)}"));
                if (answer.RootElement.GetProperty("data").GetProperty("result").GetArrayLength() > 0)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (clock.Elapsed < Patience)
            {
                // It is starting.
            }

            Assert.True(clock.Elapsed < Patience, $"{expr} has no series.");
            await Task.Delay(200);
        }
    }
}
