using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>What may report a request that leaves, and what that costs: a POST through .NET's own handler, over a connection whose reply is pending.</summary>
static class SignalScenario
{
    const string Event = "the event System.Net.Http.Request alone";
    const string Net = "safety net, a request that is no inference";

    static readonly Uri Measured = new("http://measured.example/v1/chat/completions");
    static readonly Uri Unmeasured = new("http://unmeasured.example/v1/chat/completions");
    static readonly Uri Other = new("http://shop.example/api/v2/customers/4711/orders/7/lines");

    public static Scenario Create()
    {
        AiMetrics.Configure(options =>
        {
            options.MapHost(Measured.Host, "bench");
            options.MapHost(Unmeasured.Host, "bench");
        });
        var bare = Loop(socket => socket, Other);
        Loop(socket => new CrossTierHandler(socket), Measured)(1); // From here on a measured client has that host.
        return new Scenario("HTTP request over a connection", [
            new(Results.Bare, bare),
            new(Results.Floor, Loop(socket => new TimedHandler(socket), Other)),
            new(Event, bare, Around: () => new HttpEvents("System.Net.Http.Request")),
            new("all events of HttpHandlerDiagnosticListener", bare, Around: () => new HttpEvents(null)),
            new("the meters http.client.*", bare, Around: () => new OpenTelemetryListener("System.Net.Http")),
            new("CrossTier's handler, a request that is no inference", Loop(socket => new CrossTierHandler(socket), Other)),
            new(Net, bare, Around: () => new WithSafetyNet(AiSafetyNet.On)),
            new("safety net, a measured host", Loop(socket => socket, Measured), Around: () => new WithSafetyNet(AiSafetyNet.On)),
            new("safety net, a request that nothing measures", Loop(socket => socket, Unmeasured), Around: () => new WithSafetyNet(AiSafetyNet.On)),
        ], 2_000, results => [
            new("bytes added by the safety net, HTTP request", results.BytesAdded(Net), 256, IsExact: true),
            new("bytes that the safety net adds to the event it takes", results[Net].Bytes - results[Event].Bytes, 0, IsExact: true),
        ]);
    }

    static Action<int> Loop(Func<HttpMessageHandler, HttpMessageHandler> wrap, Uri address)
    {
        var wire = new WireStream();
        var socket = new SocketsHttpHandler { ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(wire), UseProxy = false };
        var invoker = new HttpMessageInvoker(wrap(socket));
        return calls =>
        {
            for (var i = 0; i < calls; i++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address);
                var reply = invoker.SendAsync(request, CancellationToken.None);
                wire.Answer();
                reply.GetAwaiter().GetResult().Dispose();
            }
        };
    }
}
