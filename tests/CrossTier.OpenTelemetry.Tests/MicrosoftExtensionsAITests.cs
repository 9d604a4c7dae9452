using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.OpenTelemetry.Tests.Support;
using CrossTier.OpenTelemetry.Tests.Support.Otlp;
using Microsoft.Extensions.AI;
using OpenTelemetry.Metrics;
using CallSite = CrossTier.CompilerServices.CallSite;
using Metric = CrossTier.OpenTelemetry.Tests.Support.Otlp.Metric;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>A chat client with <c>UseOpenTelemetry()</c> of Microsoft.Extensions.AI below a measured call.</summary>
public class MicrosoftExtensionsAITests
{
    const string Theirs = "Experimental.Microsoft.Extensions.AI";
    const string Ours = "CrossTier.GenAI";

    static readonly string[] Shared = ["gen_ai.client.operation.duration", "gen_ai.client.operation.time_to_first_chunk", "gen_ai.client.token.usage"];

    [Fact]
    public async Task With_both_on_three_metrics_exist_twice_and_tell_the_same()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await LoadAsync(receiver, GenAIConventions.Both);

        Assert.Equal(Shared, NamesOf(Ours, receiver).Intersect(NamesOf(Theirs, receiver)).Order(StringComparer.Ordinal));
        foreach (var name in Shared)
        {
            var (ours, theirs) = (MetricOf(Ours, name, receiver), MetricOf(Theirs, name, receiver));
            Assert.Equal(theirs.Unit, ours.Unit);
            Assert.Equal(theirs.Histogram.Points[0].Bounds, ours.Histogram.Points[0].Bounds);
            Assert.Equal(theirs.Histogram.Points.Sum(point => (long)point.Count), ours.Histogram.Points.Sum(point => (long)point.Count));
            Assert.Empty(ours.Histogram.Points.Select(Text).Except(theirs.Histogram.Points.Select(Text)));
        }

        Assert.Equal(
            MetricOf(Theirs, "gen_ai.client.token.usage", receiver).Histogram.Points.Sum(point => point.Sum),
            MetricOf(Ours, "gen_ai.client.token.usage", receiver).Histogram.Points.Sum(point => point.Sum));
    }

    [Fact]
    public async Task With_ours_off_each_exists_once()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await LoadAsync(receiver, GenAIConventions.Off);

        Assert.DoesNotContain(receiver.Scopes, scope => scope.Scope.Name == Ours);
        Assert.Empty(receiver.Metrics.GroupBy(metric => metric.Name).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Equal(Shared, NamesOf(Theirs, receiver).Intersect(Shared).Order(StringComparer.Ordinal));
    }

    static async Task LoadAsync(OtlpReceiver receiver, GenAIConventions option)
    {
        using var provider = Providers.To(receiver.Endpoint, option, more: builder => builder.AddMeter(Theirs));
        using var client = new Chat().AsBuilder().UseOpenTelemetry().Build();
        var site = new CallSite("Extensions.Ask", "openai", "gpt-4o");
        for (var i = 0; i < 3; i++)
        {
            await site.Start<IChatClient, ChatReader>(client, null, default).Measure<ChatResponse, ResponseReader>(client.GetResponseAsync("hello"));
            await foreach (var _ in site.Stream<IChatClient, ChatReader>(client, null, default)
                .Measure<ChatResponseUpdate, UpdateReader>(client.GetStreamingResponseAsync("hello")))
            {
            }
        }

        provider.ForceFlush();
    }

    static string[] NamesOf(string scope, OtlpReceiver receiver) =>
        [.. receiver.Scopes.Where(candidate => candidate.Scope.Name == scope).SelectMany(candidate => candidate.Metrics).Select(metric => metric.Name)];

    static Metric MetricOf(string scope, string name, OtlpReceiver receiver) =>
        receiver.Scopes.Single(candidate => candidate.Scope.Name == scope).Metrics.Single(metric => metric.Name == name);

    static string Text(HistogramPoint point) =>
        string.Join(
            ",",
            point.Attributes.Select(attribute => $"{attribute.Key}={attribute.Value.StringValue}{attribute.Value.IntValue}").Order(StringComparer.Ordinal));

    readonly struct ChatReader : IClientReader<IChatClient>
    {
        public static ClientLabels Read(IChatClient client) =>
            client.GetService<ChatClientMetadata>() is { } known ? new(known.ProviderName, known.DefaultModelId, known.ProviderUri) : default;
    }

    readonly struct ResponseReader : IReplyReader<ChatResponse>
    {
        public static void Read(ChatResponse reply, ref ReplyReading reading)
        {
            reading.Tokens(reply.Usage?.InputTokenCount, reply.Usage?.OutputTokenCount);
            reading.Model(reply.ModelId);
        }
    }

    readonly struct UpdateReader : IReplyReader<ChatResponseUpdate>
    {
        public static void Read(ChatResponseUpdate reply, ref ReplyReading reading)
        {
            foreach (var usage in reply.Contents.OfType<UsageContent>())
            {
                reading.Tokens(usage.Details.InputTokenCount, usage.Details.OutputTokenCount);
            }

            reading.Model(reply.ModelId);
            reading.Content();
        }
    }

    sealed class Chat : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "hello"))
            {
                ModelId = "gpt-4o-2026-01-01",
                Usage = new UsageDetails { InputTokenCount = 3, OutputTokenCount = 2 },
            });

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            {
                await Task.Yield();
                yield return update;
            }
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", new Uri("https://api.openai.com/v1"), "gpt-4o") : null;

        public void Dispose()
        {
        }
    }
}
