using System.ClientModel;
using CrossTier.Samples.QuickStart.Calls;
using CrossTier.Samples.QuickStart.Servers;

namespace CrossTier.Samples.QuickStart.Steps;

/// <summary>Calls of a cloud provider through the OpenAI SDK.</summary>
sealed class CloudSteps(InferenceServer server)
{
    readonly CloudChat _chat = new(server.Endpoint, server.Key, server.Model);

    public IEnumerable<Step> All =>
    [
        new("openai: three questions, awaited", AskAsync),
        new("openai: two answers, streamed", ReadAsync),
        new("openai: one embedding", EmbedAsync),
        .. server.Simulation is null ? [] : Failing,
    ];

    // Nobody can ask a real provider to fail.
    IEnumerable<Step> Failing =>
    [
        new("openai: 429 Too Many Requests", token => FailAsync(429, token)),
        new("openai: 500 Internal Server Error", token => FailAsync(500, token)),
    ];

    async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        string[] questions = ["What is a tier?", "Why measure both of them?", "Which one is cheaper today?"];
        var words = 0;
        foreach (var question in questions)
        {
            words += (await _chat.AskAsync(question, cancellationToken)).Split(' ').Length;
        }

        return $"{words} words";
    }

    async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var first = await _chat.ReadAsync("Count to eight.", cancellationToken);
        var second = await _chat.ReadAsync("And back again, please.", cancellationToken);
        return $"{first.Split(' ').Length + second.Split(' ').Length} words";
    }

    async Task<string> EmbedAsync(CancellationToken cancellationToken) =>
        $"{await _chat.EmbedAsync("one vector for these six words", cancellationToken)} dimensions";

    async Task<string> FailAsync(int status, CancellationToken cancellationToken)
    {
        try
        {
            return await server.WithAsync(
                options => (options.ErrorStatus, options.ErrorRate) = (status, 1),
                options => options.ErrorRate = 0,
                () => _chat.AskAsync("Will this work?", cancellationToken));
        }
        catch (ClientResultException failure) when (failure.Status == status)
        {
            return $"failed as it should: {1 + CloudChat.Retries} attempts on the wire, counted as one request";
        }
    }
}
