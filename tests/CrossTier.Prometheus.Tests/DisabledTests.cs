using System.Diagnostics;
using CrossTier.CompilerServices;
using Prometheus;

namespace CrossTier.Scrapes;

/// <summary>The switch is read once in a process, so the test runs itself again in one where it is set.</summary>
public class DisabledTests
{
    const string Switch = "CROSSTIER_DISABLED";

    [Fact]
    public async Task A_disabled_process_publishes_only_that_it_is()
    {
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Startup.Declare("App", [new DeclaredCall("Chat.Ask", "disabled", "m", null, AiTier.Auto)], 1, 0, 0);
            Traffic.OfEachKind(Traffic.Site("disabled")).Succeeded();
            var text = (await Scrape.Of(Metrics.NewCustomRegistry().AddCrossTier(options => options.Expect("disabled")))).Text;
            Assert.Equal(["ai_gateway_enabled 0"], text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'));
            return;
        }

        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(DisabledTests).Assembly.Location, "-method", $"{typeof(DisabledTests)}.{nameof(A_disabled_process_publishes_only_that_it_is)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [Switch] = "1" },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output);
    }
}
