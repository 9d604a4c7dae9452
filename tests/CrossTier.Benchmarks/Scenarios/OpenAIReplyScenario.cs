using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;
using OpenAI.Chat;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>
/// A reply of the OpenAI SDK, which keeps what it has no member for: looked through for counts under other names, beside its conversion into a reply of
/// Microsoft.Extensions.AI, which each such call makes.
/// </summary>
static class OpenAIReplyScenario
{
    public static Scenario Create()
    {
        var client = new OpenAIReplyClient();
        return new Scenario("reply of the OpenAI SDK", [
            new(Results.Bare, CallLoop.Of(() => client.GetResponseAsync(BenchClient.Messages))),
            new(Results.Floor, CallLoop.Of(() => Floor.Ask(client))),
            new(Results.CrossTier, CallLoop.Of(() => Annotated.Ask(client))),
            new(Opponent.Conversion, Convert(client.Completion)),
        ], 2_000, results =>
        [
            new(
                "ns added to a reply of the OpenAI SDK, over its conversion",
                results.Net(Results.CrossTier) / results.Net(Opponent.Conversion),
                1.20,
                IsExact: false),
        ]);
    }

    static Action<int> Convert(ChatCompletion completion) => calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            completion.AsChatResponse();
        }
    };
}
