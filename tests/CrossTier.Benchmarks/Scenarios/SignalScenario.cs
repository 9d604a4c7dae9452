using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>What may report a request that leaves, and what that costs: a POST through .NET's own handler, over a connection that answers at once.</summary>
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
        var socket = Socket();
        Loop(new CrossTierHandler(Socket()), Measured)(1); // From here on a measured client has that host.
        return new Scenario("HTTP request over a connection", [
            new(Results.Bare, Loop(socket, Other)),
            new(Results.Floor, Loop(new TimedHandler(socket), Other)),
            new(Event, Loop(socket, Other), Around: () => new HttpEvents("System.Net.Http.Request")),
            new("all events of HttpHandlerDiagnosticListener", Loop(socket, Other), Around: () => new HttpEvents(null)),
            new("the meters http.client.*", Loop(socket, Other), Around: () => new OpenTelemetryListener("System.Net.Http")),
            new("CrossTier's handler, a request that is no inference", Loop(new CrossTierHandler(socket), Other)),
            new(Net, Loop(socket, Other), Around: () => new WithSafetyNet(AiSafetyNet.On)),
            new("safety net, a measured host", Loop(socket, Measured), Around: () => new WithSafetyNet(AiSafetyNet.On)),
            new("safety net, a request that nothing measures", Loop(socket, Unmeasured), Around: () => new WithSafetyNet(AiSafetyNet.On)),
        ], 2_000, results => [
            new("bytes added by the safety net, HTTP request", results.BytesAdded(Net), 256, IsExact: true),
            new("bytes that the safety net adds to the event it takes", results[Net].Bytes - results[Event].Bytes, 0, IsExact: true),
        ]);
    }

    static SocketsHttpHandler Socket() => new() { ConnectCallback = static (_, _) => ValueTask.FromResult<Stream>(new WireStream()), UseProxy = false };

    static Action<int> Loop(HttpMessageHandler handler, Uri address)
    {
        var invoker = new HttpMessageInvoker(handler);
        return CallLoop.Of(() => Send(invoker, address));
    }

    static async Task Send(HttpMessageInvoker invoker, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        using var reply = await invoker.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
    }
}
