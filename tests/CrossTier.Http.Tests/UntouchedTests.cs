using System.Diagnostics;
using System.Net;
using CrossTier.Http.Tests.Support;
using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Http.Tests;

/// <summary>Requests to anything else pass as if the handler were not there.</summary>
public sealed class UntouchedTests
{
    const int Calls = 20_000;

    [Fact]
    public async Task Another_request_costs_no_allocation_and_no_time_to_speak_of()
    {
        var reply = new HttpResponseMessage(HttpStatusCode.OK);
        using var with = new HttpMessageInvoker(new CrossTierHandler(new Answer(Task.FromResult(reply))));
        using var without = new HttpMessageInvoker(new Forward(new Answer(Task.FromResult(reply))));
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://shop.example/orders/7/lines?verbose=true")
        {
            Content = Clients.Json("{\"model\":\"m\"}"),
        };
        Measure(with, request);
        Measure(without, request);

        Assert.Equal(Measure(without, request).Bytes, Measure(with, request).Bytes);
        var added = Enumerable.Range(0, 9).Select(_ => Measure(with, request).Ticks - Measure(without, request).Ticks).Order().ElementAt(4) / (double)Calls;
        Assert.InRange(added / await RoundTrip(), double.NegativeInfinity, 0.05);
    }

    /// <summary>What the shortest exchange over the loopback interface takes: the median of many, on one open connection.</summary>
    static async Task<double> RoundTrip()
    {
        await using var server = await SimulatedProvider.StartAsync();
        using var client = Clients.Plain(server.BaseAddress);
        List<long> ticks = [];
        for (var i = 0; i < 101; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var reply = await client.GetAsync("api/version");
            ticks.Add(Stopwatch.GetTimestamp() - started);
        }

        return ticks.Order().ElementAt(50);
    }

    [Fact]
    public async Task Nothing_of_it_is_wrapped_or_counted()
    {
        var content = new StringContent("x");
        using var reply = new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        using var client = Clients.Measured(new Uri("http://fake.example/"), new Answer(Task.FromResult(reply)));

        var counted = await Counted.By(async () =>
        {
            var received = await client.PostAsync("orders", Clients.Json("{\"model\":\"m\"}"));
            Assert.Same(reply, received);
            Assert.Same(content, received.Content);
        });

        Assert.Equal(0, counted.Requests);
    }

    static (long Ticks, long Bytes) Measure(HttpMessageInvoker invoker, HttpRequestMessage request)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Calls; i++)
        {
            _ = invoker.SendAsync(request, CancellationToken.None);
        }

        return (Stopwatch.GetTimestamp() - started, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    sealed class Answer(Task<HttpResponseMessage> reply) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => reply;
    }

    sealed class Forward(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.SendAsync(request, cancellationToken);
    }
}
