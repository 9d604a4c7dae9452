using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>
/// A request that is no inference, through a chain of handlers that is answered at once: the chain alone, and under a client, whose own work is the
/// least that a request costs anyone. A POST, of which more has to be looked at than of a GET.
/// </summary>
static class OtherHttpScenario
{
    const string Empty = "an empty handler";
    const string ClientOfEmpty = "HttpClient, an empty handler";
    const string ClientOfCrossTier = "HttpClient, CrossTier";

    static readonly Uri Address = new("https://shop.example/api/v2/customers/4711/orders/7/lines?verbose=true");

    public static Scenario Create()
    {
        var server = new BenchServer(isChat: false);
        return new Scenario("HTTP request that is no inference", [
            new(Results.Bare, Chain(server)),
            new(Results.Floor, Chain(new TimedHandler(server))),
            new(Empty, Chain(new EmptyHandler(server))),
            new(Results.CrossTier, Chain(new CrossTierHandler(server))),
            new(ClientOfEmpty, Client(new EmptyHandler(server))),
            new(ClientOfCrossTier, Client(new CrossTierHandler(server))),
        ], 20_000, results => [
            new("bytes added, other HTTP request", results[Results.CrossTier].Bytes - results[Empty].Bytes, 0, IsExact: true),
            new("net over floor, other HTTP request", results.NetOverFloor(Results.CrossTier), 0.50, IsExact: false),
            new("HttpClient over an empty handler's, other HTTP request", results.Total(ClientOfCrossTier, ClientOfEmpty), 1.20, IsExact: false),
        ]);
    }

    static Action<int> Chain(HttpMessageHandler handler)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address);
        var invoker = new HttpMessageInvoker(handler);
        return CallLoop.Of(() => invoker.SendAsync(request, CancellationToken.None));
    }

    static Action<int> Client(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler);
        return CallLoop.Of(() => client.PostAsync(Address, content: null));
    }
}
