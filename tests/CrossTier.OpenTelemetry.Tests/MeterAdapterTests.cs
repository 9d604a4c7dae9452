using System.Text;
using CrossTier.OpenTelemetry.Tests.Support;
using Prometheus;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>
/// prometheus-net copies meters into its default registry, so with both exporters our metrics are there twice, unless its options leave ours out.
/// Only the application can set these: what one library sets replaces what another, or the application, has set.
/// </summary>
public class MeterAdapterTests
{
    const string Copy = "crosstier_ai_gateway_requests_total{";
    const string Original = "\nai_gateway_requests_total{";

    [Fact]
    public async Task The_documented_option_leaves_the_second_copy_out()
    {
        Metrics.SuppressDefaultMetrics(); // The adapter of the registry itself would stay for the whole process.
        Metrics.DefaultRegistry.AddCrossTier();
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint);
        new Calls("copied").Succeed(Reply.Usual);

        var page = await PageWith(new() { InstrumentFilterPredicate = i => i.Meter.Name != "CrossTier" });
        Assert.Contains(Original, page);
        Assert.DoesNotContain(Copy, page);

        page = await PageWith(new());
        Assert.Contains(Original, page);
        Assert.Contains(Copy, page);
    }

    static async Task<string> PageWith(MeterAdapterOptions options)
    {
        using var adapter = MeterAdapter.StartListening(options);
        using var text = new MemoryStream();
        await Metrics.DefaultRegistry.CollectAndExportAsTextAsync(text);
        return Encoding.UTF8.GetString(text.ToArray());
    }
}
