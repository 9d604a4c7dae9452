using System.ClientModel;
using CrossTier.Samples.QuickStart.Calls;
using CrossTier.Samples.QuickStart.Report;
using CrossTier.Samples.QuickStart.Servers;
using Microsoft.Extensions.AI;
using OpenAI;

namespace CrossTier.Samples.QuickStart.Steps;

/// <summary>Calls of a slow local model through <see cref="IChatClient"/>.</summary>
sealed class LocalSteps : IDisposable
{
    const int Burst = 6;

    static readonly TimeSpan Loading = TimeSpan.FromSeconds(10); // As if the model were not in memory yet.
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    readonly InferenceServer _server;
    readonly QueuePeak _peak;
    readonly IChatClient _client;
    readonly LocalChat _chat;

    public LocalSteps(InferenceServer server, QueuePeak peak)
    {
        (_server, _peak) = (server, peak);
        var openAI = new OpenAIClient(new ApiKeyCredential(server.Key), new OpenAIClientOptions { Endpoint = server.Endpoint });
        _client = openAI.GetChatClient(server.Model).AsIChatClient();
        _chat = new LocalChat(_client);
    }

    public IEnumerable<Step> All =>
    [
        new("ollama: one question, awaited", AskAsync),
        new("ollama: two answers, streamed", ReadAsync),
        new($"ollama: {Burst} questions at once", AskAtOnceAsync),
        new("ollama: a caller who loses patience", CancelAsync),
        new("ollama: a reader who stops at the first word", AbandonAsync),
        new("whoever answers: labels found at run time", AskAnyAsync),
    ];

    public void Dispose() => _client.Dispose();

    async Task<string> AskAsync(CancellationToken cancellationToken) => Words(await _chat.AskAsync("Is anybody on the desk?", cancellationToken));

    async Task<string> ReadAsync(CancellationToken cancellationToken) =>
        Words(await _chat.ReadAsync("Count to eight.", cancellationToken) + " " + await _chat.ReadAsync("Once more.", cancellationToken));

    async Task<string> AskAtOnceAsync(CancellationToken cancellationToken)
    {
        var answers = Enumerable.Range(1, Burst).Select(i => _chat.AskAsync($"Question number {i}", cancellationToken)).ToList();
        _peak.Look();
        return Words(string.Join(' ', await Task.WhenAll(answers)));
    }

    async Task<string> CancelAsync(CancellationToken cancellationToken)
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        impatient.CancelAfter(Patience);
        try
        {
            return "answered before that: " + Words(await _server.WithAsync(
                options => options.Latency = Loading,
                options => options.Latency = ServerSet.LocalLatency,
                () => _chat.AskAsync("Take your time.", impatient.Token)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"cancelled after {Patience.TotalMilliseconds:0} ms";
        }
    }

    async Task<string> AbandonAsync(CancellationToken cancellationToken)
    {
        var before = await ServerBooks.TokensAsync(_server);
        var result = $"read '{await _chat.FirstWordAsync("Tell me a long story.", cancellationToken)}', counted as cancelled";

        // HttpClient reads what is left of a short reply to keep the connection, so the server ends it and tells its usage to nobody.
        var after = await ServerBooks.TokensAsync(_server);
        return _server.Simulation is null ? result : $"{result}; {after.Input - before.Input} tokens in, {after.Output - before.Output} out told to nobody";
    }

    async Task<string> AskAnyAsync(CancellationToken cancellationToken)
    {
        var options = _server.Simulation is null ? null : new ChatOptions { ModelId = "qwen2.5" };
        var answer = AnyChat.AskAsync(_client, "Who are you?", options, cancellationToken);
        _peak.Look();
        return Words(await answer);
    }

    static string Words(string text) => $"{text.Split(' ').Length} words";
}
