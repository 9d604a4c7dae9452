using System.Net;
using CrossTier.OpenTelemetry.Tests.Support;
using CrossTier.OpenTelemetry.Tests.Support.Otlp;
using OpenTelemetry.Metrics;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>The conventions for generative AI: which metrics a provider gets, and with what attributes.</summary>
public class GenAITests
{
    const string Duration = "gen_ai.client.operation.duration";
    const string Usage = "gen_ai.client.token.usage";
    const string FirstChunk = "gen_ai.client.operation.time_to_first_chunk";

    [Theory]
    [InlineData(GenAIConventions.Off, true, false)]
    [InlineData(GenAIConventions.On, false, true)]
    [InlineData(GenAIConventions.Both, true, true)]
    public async Task A_provider_gets_what_its_option_says(GenAIConventions option, bool contract, bool genAI)
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, option);
        new Calls("option").Stream();
        provider.ForceFlush();

        var names = receiver.Metrics.Select(metric => metric.Name).ToList();
        Assert.Equal(contract, names.Contains("ai_gateway_requests_total"));
        Assert.Equal(contract, names.Contains("ai_gateway_request_duration_seconds"));
        Assert.Equal(
            genAI ? [Duration, FirstChunk, Usage] : [],
            names.Where(name => name.StartsWith("gen_ai", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_providers_choose_for_themselves()
    {
        await using var contract = await OtlpReceiver.StartAsync();
        await using var genAI = await OtlpReceiver.StartAsync();
        using var first = Providers.To(contract.Endpoint);
        using var second = Providers.To(genAI.Endpoint, GenAIConventions.On);
        new Calls("each").Succeed();
        first.ForceFlush();
        second.ForceFlush();

        Assert.All(contract.Metrics, metric => Assert.StartsWith("ai_gateway_", metric.Name));
        Assert.All(genAI.Metrics, metric => Assert.StartsWith("gen_ai.", metric.Name));
        Assert.Equal("https://opentelemetry.io/schemas/1.41.0", Assert.Single(genAI.Scopes).SchemaUrl);
    }

    [Fact]
    public async Task A_success_has_the_attributes_that_are_known()
    {
        var points = await PointsOf(
            calls => calls.Succeed(new Reply(30, 20, "gpt-4o-2026-01-01"), new Client("https://user:secret@api.openai.com/v1?key=hidden")),
            "openai",
            "gpt-4o");

        string[] common =
        [
            "gen_ai.operation.name=chat", "gen_ai.provider.name=openai", "gen_ai.request.model=gpt-4o", "gen_ai.response.model=gpt-4o-2026-01-01",
            "server.address=api.openai.com", "server.port=443",
        ];
        Assert.Equal(common, Attributes(Assert.Single(points[Duration])));
        var (output, input) = (points[Usage].MinBy(point => point.Sum)!, points[Usage].MaxBy(point => point.Sum)!);
        Assert.Equal((30, 20, 2), (input.Sum, output.Sum, points[Usage].Length));
        Assert.Equal(common.Append("gen_ai.token.type=input").Order(StringComparer.Ordinal), Attributes(input));
        Assert.Equal(common.Append("gen_ai.token.type=output").Order(StringComparer.Ordinal), Attributes(output));
    }

    [Fact]
    public async Task What_is_not_known_is_left_out()
    {
        var points = await PointsOf(calls => calls.Succeed(new Reply()), "plain", model: null);

        Assert.Equal(["gen_ai.operation.name=chat", "gen_ai.provider.name=plain"], Attributes(Assert.Single(points[Duration])));
        Assert.Empty(points[Usage]);
        Assert.Empty(points[FirstChunk]);
    }

    [Fact]
    public async Task A_model_that_only_the_reply_names_is_not_the_model_that_was_asked_for()
    {
        var points = await PointsOf(calls => calls.Succeed(new Reply(Model: "gpt-4o-2026-01-01")), "replied", model: null);

        Assert.Equal(
            ["gen_ai.operation.name=chat", "gen_ai.provider.name=replied", "gen_ai.response.model=gpt-4o-2026-01-01"],
            Attributes(Assert.Single(points[Duration])));
    }

    [Fact]
    public async Task An_error_has_a_type_of_a_closed_set()
    {
        var points = await PointsOf(
            calls =>
            {
                calls.Fail(new HttpRequestException("busy", null, HttpStatusCode.TooManyRequests));
                calls.Fail(new FormatException("not JSON"));
                calls.Cancel();
                calls.Succeed();
            },
            "failing",
            "gpt-4o");

        Assert.Equal(
            ["_OTHER", "cancelled", "none", "rate_limited"],
            points[Duration].Select(point => point.Attributes.FirstOrDefault(attribute => attribute.Key == "error.type")?.Value.StringValue ?? "none")
                .Order(StringComparer.Ordinal));
        Assert.All(points[Usage], point => Assert.DoesNotContain(point.Attributes, attribute => attribute.Key == "error.type"));
    }

    [Fact]
    public async Task Embeddings_are_their_own_operation_and_have_input_tokens_only()
    {
        var points = await PointsOf(calls => calls.Succeed(new Reply(30, null)), "embedding", "text-embedding-3-small", "embeddings");

        Assert.Contains("gen_ai.operation.name=embeddings", Attributes(Assert.Single(points[Duration])));
        Assert.Contains("gen_ai.token.type=input", Attributes(Assert.Single(points[Usage])));
    }

    [Fact]
    public async Task Chat_and_embeddings_of_one_line_and_model_are_told_apart_and_counted_together()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, GenAIConventions.Both);
        new Calls("both", "m").Succeed(2);
        new Calls("both", "m", operation: "embeddings").Succeed(3);
        provider.ForceFlush();

        var series = receiver.Series;
        Assert.Equal(2, series.Sum(Duration + "_count", ("gen_ai.provider.name", "both"), ("gen_ai.operation.name", "chat")));
        Assert.Equal(3, series.Sum(Duration + "_count", ("gen_ai.provider.name", "both"), ("gen_ai.operation.name", "embeddings")));
        Assert.Equal(5, series.Sum("ai_gateway_requests_total", ("provider", "both"), ("status", "success")));
    }

    [Theory]
    [InlineData("azure", "azure.ai.openai")]
    [InlineData("bedrock", "aws.bedrock")]
    [InlineData("google", "gcp.gen_ai")]
    [InlineData("mistral", "mistral_ai")]
    [InlineData("watsonx", "ibm.watsonx.ai")]
    [InlineData("xai", "x_ai")]
    [InlineData("anthropic", "anthropic")]
    [InlineData("ollama", "ollama")]
    public async Task Providers_have_the_names_of_the_conventions(string label, string name)
    {
        var points = await PointsOf(calls => calls.Succeed(), name, "named", label: label);

        Assert.Single(points[Duration]);
    }

    [Fact]
    public async Task A_stopped_stream_is_an_operation_with_a_first_chunk()
    {
        var points = await PointsOf(calls => calls.StopStream(), "stopped", "gpt-4o");

        Assert.Equal(1ul, Assert.Single(points[FirstChunk]).Count);
        Assert.Contains("error.type=cancelled", Attributes(Assert.Single(points[Duration])));
    }

    static async Task<Dictionary<string, HistogramPoint[]>> PointsOf(
        Action<Calls> load,
        string provider,
        string? model,
        string? operation = null,
        string? label = null)
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var meters = Providers.To(receiver.Endpoint, GenAIConventions.On);
        load(new Calls(label ?? provider, model, operation: operation));
        meters.ForceFlush();
        return new[] { Duration, Usage, FirstChunk }.ToDictionary(
            name => name,
            name => receiver.Metrics.Where(metric => metric.Name == name)
                .SelectMany(metric => metric.Histogram.Points)
                .Where(point => Attributes(point).Contains("gen_ai.provider.name=" + provider))
                .ToArray());
    }

    static string[] Attributes(HistogramPoint point) =>
        [
            .. point.Attributes.Select(attribute => attribute.Key
                + "="
                + (attribute.Value.ValueCase == AnyValue.ValueOneofCase.IntValue
                    ? attribute.Value.IntValue.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : attribute.Value.StringValue)).Order(StringComparer.Ordinal),
        ];
}
