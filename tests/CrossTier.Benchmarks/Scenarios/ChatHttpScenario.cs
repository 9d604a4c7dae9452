using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>A chat by hand-written HTTP that is answered at once: its model is read from the request, its usage from the reply as it passes.</summary>
static class ChatHttpScenario
{
    static readonly Uri Address = new("https://api.openai.com/v1/chat/completions");
    static readonly byte[] Question = """{"model":"bench-model","messages":[{"role":"user","content":"hello"}]}"""u8.ToArray();

    public static Scenario Create()
    {
        var server = new BenchServer(isChat: true);
        return new Scenario("HTTP request of a chat", [
            new(Results.Bare, Loop(server)),
            new(Results.Floor, Loop(new TimedHandler(server))),
            new("an empty handler", Loop(new EmptyHandler(server))),
            new(Results.CrossTier, Loop(new CrossTierHandler(server))),
        ], 5_000, _ => []);
    }

    static Action<int> Loop(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler);
        return CallLoop.Of(() => Ask(client));
    }

    static async Task Ask(HttpClient client)
    {
        using var content = new ByteArrayContent(Question) { Headers = { ContentType = new("application/json") } };
        using var reply = await client.PostAsync(Address, content).ConfigureAwait(false);
        await reply.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
    }
}
