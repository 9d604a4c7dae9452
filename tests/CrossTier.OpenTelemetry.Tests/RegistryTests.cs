using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CrossTier.OpenTelemetry.Tests.Support;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>Names are those of the registry, of which Registry keeps the facts.</summary>
public sealed class RegistryTests
{
    static readonly string[] Providers =
    [
        "openai", "azure", "anthropic", "google", "bedrock", "mistral", "groq", "deepseek", "cohere", "perplexity", "xai", "watsonx", "moonshot",
    ];

    [Theory]
    [InlineData("1.41.0", "CrossTier.GenAI")]
    [InlineData("latest-0.1.0", "CrossTier.GenAI.Latest")]
    public void Each_instrument_is_in_the_registry_with_its_kind_unit_and_bounds(string release, string meter)
    {
        using var provider = Support.Providers.To(new Uri("http://127.0.0.1:9"), GenAIConventions.On);
        var instruments = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == meter)
                {
                    instruments.Add(instrument);
                }
            },
        };
        listener.Start();

        Assert.NotEmpty(instruments);
        var known = Registry(release).GetProperty("metrics");
        foreach (var instrument in instruments)
        {
            var metric = known.GetProperty(instrument.Name);
            Assert.Equal(metric.GetProperty("unit").GetString(), instrument.Unit);
            Assert.StartsWith(metric.GetProperty("instrument").GetString()!, instrument.GetType().Name, StringComparison.OrdinalIgnoreCase);
            if (metric.TryGetProperty("bounds", out var bounds))
            {
                Assert.Equal(bounds.EnumerateArray().Select(bound => bound.GetDouble()), BoundsOf(instrument));
            }
        }
    }

    [Theory]
    [InlineData("1.41.0", false)]
    [InlineData("latest-0.1.0", true)]
    public void Each_attribute_of_a_span_is_in_the_registry_with_its_type(string release, bool isLatest)
    {
        using var spans = new RecordedSpans();
        CompilerServices.Spans.IsLatest = isLatest;
        var client = new Client("https://api.openai.com/v1");
        new Calls("registered").Succeed(new Reply(10, 8, "m-1", Finish: "length", Id: "r", Cached: 3, CacheWrite: 2, Reasoning: 4), client);
        new Calls("registered").Fail();
        new Calls("registered").Stream();
        CompilerServices.Spans.IsLatest = false;

        var known = Registry(release).GetProperty("attributes");
        var tags = spans.All.SelectMany(span => span.TagObjects).Where(tag => !tag.Key.StartsWith("crosstier.", StringComparison.Ordinal)).ToList();
        Assert.True(tags.Select(tag => tag.Key).Distinct().Count() > 12);
        Assert.All(tags, tag => Assert.Equal(known.GetProperty(tag.Key).GetString(), TypeOf(tag.Value)));
    }

    [Theory]
    [InlineData("api.example.com")]
    [InlineData("generativelanguage.googleapis.com")]
    [InlineData("europe-west4-aiplatform.googleapis.com")]
    [InlineData("corp.services.ai.azure.com")]
    public void Each_provider_that_the_registry_names_has_its_name(string host)
    {
        using var spans = new RecordedSpans();
        foreach (var provider in Providers)
        {
            new Calls(provider).Succeed(new Reply(), new Client($"https://{host}/v1"));
        }

        var known = Registry("latest-0.1.0").GetProperty("providers").EnumerateArray().Select(name => name.GetString()).ToHashSet();
        Assert.Equal(Providers.Length, spans.All.Count);
        Assert.All(spans.All, span => Assert.Contains(span.GetTagItem("gen_ai.provider.name") as string, known));
    }

    static string TypeOf(object? value) => value switch
    {
        string => "string",
        string[] => "string[]",
        bool => "boolean",
        double => "double",
        int or long => "int",
        _ => $"unknown: {value?.GetType()}",
    };

    static IEnumerable<double>? BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => histogram.Advice?.HistogramBucketBoundaries,
        Histogram<long> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(bound => (double)bound),
        _ => null,
    };

    static JsonElement Registry(string release, [CallerFilePath] string file = "") =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "Registry", release + ".json"))).RootElement;
}
