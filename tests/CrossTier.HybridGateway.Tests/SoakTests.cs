using System.Globalization;
using System.Text.RegularExpressions;
using CrossTier.EndToEnd.Tests.Support;
using CrossTier.Samples.HybridGateway;
using CrossTier.Testing;

namespace CrossTier.HybridGateway.Tests;

/// <summary>
/// The gateway flat out, in turn with CrossTier and without: memory and handles stay, no count is lost, and the slowest requests are no slower.
/// Half an hour of the same is <c>--soak 30m</c>; its figures are in the sample's README.
/// </summary>
public sealed partial class SoakTests(ITestOutputHelper output)
{
    const int Turns = 2;

    static readonly TimeSpan s_length = Nightly.Length(TimeSpan.FromSeconds(10));

    // By so much two runs of the same differ on a machine that does other things too: this finds a lock on the way of a request, not a microsecond.
    const double NoiseRatio = 2;
    const double NoiseMilliseconds = 5;

    [Fact]
    public async Task Memory_and_handles_stay_no_count_is_lost_and_the_slowest_requests_are_no_slower()
    {
        List<double> with = [], without = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            var measured = await SoakAsync(isMeasured: true);
            Assert.Contains("none lost of", measured.Text);
            with.Add(measured.Slowest);
            var plain = await SoakAsync(isMeasured: false);
            Assert.Contains("CrossTier is switched off", plain.Text);
            without.Add(plain.Slowest);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p99 with CrossTier {with.Min()} ms, without {without.Min()} ms"));
        Assert.True(
            with.Min() <= without.Min() * NoiseRatio + NoiseMilliseconds,
            $"p99 with CrossTier: {string.Join(", ", with)} ms; without: {string.Join(", ", without)} ms");
    }

    async Task<(string Text, double Slowest)> SoakAsync(bool isMeasured)
    {
        await using var program = ChildProcess.Start(
            "dotnet",
            [typeof(Gateway).Assembly.Location, "--listen", "http://127.0.0.1:0", "--soak", $"{s_length.TotalSeconds:0}s"],
            new Dictionary<string, string?> { ["CROSSTIER_DISABLED"] = isMeasured ? null : "1" });
        var exitCode = await program.EndAsync(s_length);
        output.WriteLine(program.Output);
        Assert.True(exitCode == 0, program.Output + program.Errors);
        return (program.Output, double.Parse(P99.Match(program.Output).Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"p99 ([0-9.]+) ms")]
    static partial Regex P99 { get; }
}
