namespace CrossTier.Generators.Tests.MissingAssemblies;

/// <summary>
/// A program beside which an assembly is missing that only members of its replies, clients and requests need: calls go on as they would without us, are
/// counted, and what could not be read is named once.
/// </summary>
public sealed class MissingAssemblyTests
{
    const string Billing = """
        namespace Acme.Billing
        {
            public sealed record Usage(int InputTokens, int OutputTokens);

            public sealed record Origin(string Model);
        }
        """;

    const string Sdk = """
        namespace Acme
        {
            using Acme.Billing;

            public sealed class Request
            {
                public Origin Origin => throw new TimeoutException();
            }

            public readonly struct Question
            {
                public Origin Origin => throw new TimeoutException();
            }

            public class Reply
            {
                public string Text => "answer";

                public Usage Usage => null;
            }

            public sealed class Client
            {
                public Origin Origin => null;

                public Reply Ask(Request request) => new();

                public Reply AskShortly(Question question) => new();

                public Reply AskPerhaps(Question? question) => new();

                public Task<Reply> AskAsync(Request request) => Task.FromResult(new Reply());

                public async ValueTask<Reply> AskLaterAsync(Request request)
                {
                    await Task.Delay(1);
                    return new Reply();
                }

                public async Task<Reply> AskPendingAsync(Request request)
                {
                    await Task.Delay(1);
                    return new Reply();
                }

                public IEnumerable<Reply> Stream(Request request) => [new Reply(), new Reply()];

                public async IAsyncEnumerable<Reply> StreamAsync(Request request)
                {
                    await Task.Delay(1);
                    yield return new Reply();
                }
            }
        }
        """;

    const string App = """
        using Acme;

        [assembly: AiCall]
        [assembly: AiApi(typeof(Client), "Ask", Provider = "acme", Model = "request.Origin.Model", Usage = "Usage")]
        [assembly: AiApi(typeof(Client), "AskShortly", Provider = "acme", Model = "question.Origin.Model", Usage = "Usage")]
        [assembly: AiApi(typeof(Client), "AskPerhaps", Provider = "acme", Model = "question.Origin.Model", Usage = "Usage")]
        [assembly: AiApi(typeof(Client), "AskAsync", Provider = "acme", Model = "request.Origin.Model", Usage = "Usage")]
        [assembly: AiApi(typeof(Client), "AskLaterAsync", Provider = "acme", Model = "Origin.Model", Usage = "Usage")]
        [assembly: AiApi(typeof(Client), "AskPendingAsync", Provider = "acme", Model = "Origin.Model", Usage = "Usage")]
        [assembly: AiApi(typeof(Client), "Stream", Provider = "acme", Model = "Origin.Model", Usage = "Usage")]
        [assembly: AiApi(typeof(Client), "StreamAsync", Provider = "acme", Model = "Origin.Model", Usage = "Usage")]

        var client = new Client();
        var request = new Request();
        for (var round = 0; round < 100; round++)
        {
            Console.WriteLine((await client.AskLaterAsync(request)).Text);
            Console.WriteLine((await client.AskPendingAsync(request)).Text);
            Console.WriteLine(client.Ask(request).Text);
            Console.WriteLine(client.AskShortly(new Question()).Text);
            Console.WriteLine(client.AskPerhaps(new Question()).Text);
            Console.WriteLine(client.AskPerhaps(null).Text);
            Console.WriteLine((await client.AskAsync(request)).Text);
            Console.WriteLine((await Written.AskAsync(client)).Text);
            Console.WriteLine(Written.AskKnown(client).Text);
            Console.WriteLine((await Written.AskKnownAsync(client)).Text);
            foreach (var reply in client.Stream(request))
            {
                Console.WriteLine(reply.Text);
            }

            await foreach (var reply in client.StreamAsync(request))
            {
                Console.WriteLine(reply.Text);
            }
        }

        foreach (var point in AiMetrics.Snapshot().Single(metric => metric.Definition.Name == "ai_gateway_requests_total").Points
            .Where(point => point.Value > 0))
        {
            Console.WriteLine($"{string.Join(' ', point.Labels)} {point.Value}");
        }

        static partial class Written
        {
            [AiCall("acme", "written")]
            public static partial Task<Reply> AskAsync(Client client);

            // What is known of a request before it is the shortest way through the runtime.
            [AiCall("acme", "known")]
            public static Reply AskKnown(Client client) => client.Ask(new Request());

            [AiCall("acme", "known")]
            public static Task<Reply> AskKnownAsync(Client client) => client.AskAsync(new Request());

            static async Task<Reply> AskAsyncCore(Client client)
            {
                await Task.Delay(1);
                return new Reply();
            }
        }
        """;

    const int Rounds = 100;

    [Fact]
    public async Task Calls_go_on_and_are_counted()
    {
        using var published = new PublishedProgram();
        var billing = published.Add("Acme.Billing", Billing);
        var sdk = published.Add("Acme", Sdk, billing);
        published.AddProgram(App, billing, sdk);
        var (_, whole, _) = await published.RunAsync();
        published.Delete("Acme.Billing");

        // As it starts, and optimised at once: what is inlined is compiled elsewhere.
        await AssertGoesOn(published, whole);
        await AssertGoesOn(published, whole, ("DOTNET_TieredCompilation", "0"));
    }

    static async Task AssertGoesOn(PublishedProgram published, string whole, params (string Name, string Value)[] environment)
    {
        var (exit, output, error) = await published.RunAsync(environment);

        Assert.True(exit == 0, error);
        Assert.Equal(whole, output);
        Assert.Equal(Rounds * 13, output.Split('\n').Count(line => line == "answer"));
        Assert.Contains($"acme unknown success {Rounds * 9}", output);
        Assert.Contains($"acme known success {Rounds * 2}", output);
        Assert.Contains($"acme written success {Rounds}", output);
        Assert.Single(error.Split('\n'), line => line.Contains("the usage of Reply could not be read", StringComparison.Ordinal));
        Assert.Single(error.Split('\n'), line => line.Contains("the model of Request could not be read", StringComparison.Ordinal));
        Assert.Single(error.Split('\n'), line => line.Contains("the model of Question could not be read", StringComparison.Ordinal));
        Assert.Single(error.Split('\n'), line => line.Contains("the labels of Client could not be read", StringComparison.Ordinal));
    }
}
