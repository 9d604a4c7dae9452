using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using CrossTier.Samples.HybridGateway.Configuration;
using CrossTier.Samples.HybridGateway.Routing;
using CrossTier.Samples.HybridGateway.Wire;

namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>Makes one request as a client does, and books what its reply says.</summary>
sealed class LoadClient(HttpClient http, GatewaySettings settings, LoadBooks books)
{
    const int Words = 8;

    [AiIgnore("A client of the gateway, which measures what it asks the upstreams.")]
    public async Task<Reply> SendAsync(TrafficKind kind, string model)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, kind == TrafficKind.Embedding ? "/v1/embeddings" : "/v1/chat/completions")
        {
            Content = new StringContent(Body(kind, model), Encoding.UTF8, "application/json"),
        };
        if (settings.Token is { } token)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        BookPassedOver(model, response.Headers);
        var (outcome, usage) = await ReadAsync(kind, response);
        if (Header(response.Headers, TierHeaders.Provider) is { } provider)
        {
            books.Add(provider, Header(response.Headers, TierHeaders.Model)!, new(
                outcome == ReplyOutcome.Answered ? 1 : 0, outcome == ReplyOutcome.Failed ? 1 : 0, outcome == ReplyOutcome.HungUp ? 1 : 0,
                usage?.PromptTokens ?? 0, usage?.CompletionTokens ?? 0));
        }

        return new(Header(response.Headers, TierHeaders.Tier), outcome, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Connections to the gateway. A client that hangs up does not read on to keep its connection.</summary>
    public static HttpClient Connect(Uri gateway) => new(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = gateway };

    static string Body(TrafficKind kind, string model) => kind switch
    {
        TrafficKind.Embedding => $$"""{"model":"{{model}}","input":"how long does the parcel take"}""",
        TrafficKind.Whole => $$"""{"model":"{{model}}","messages":[{"role":"user","content":"how long does the parcel take"}],"max_tokens":{{Words}}}""",
        TrafficKind.Stream =>
            $$"""{"model":"{{model}}","messages":[{"role":"user","content":"where is it"}],"max_tokens":{{Words}},"""
            + "\"stream_options\":{\"include_usage\":true},\"stream\":true}",
        _ => $$"""{"model":"{{model}}","messages":[{"role":"user","content":"tell me all of it"}],"stream":true}""",
    };

    // A model that was passed over because of its line was not asked: it counts nothing.
    void BookPassedOver(string model, HttpResponseHeaders headers)
    {
        if (Header(headers, TierHeaders.Fallback) is { } reason and not "queue_full" && settings.Models[model].Local is { } local)
        {
            books.Add(settings.Local.Provider, local, new Tally { Failure = 1 });
        }
    }

    static async Task<(ReplyOutcome, Usage?)> ReadAsync(TrafficKind kind, HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            return (ReplyOutcome.Failed, null);
        }

        if (kind == TrafficKind.HangUp)
        {
            await (await response.Content.ReadAsStreamAsync()).ReadExactlyAsync(new byte[1]);
            return (ReplyOutcome.HungUp, null); // The caller disposes of the response, which closes the connection.
        }

        var body = await response.Content.ReadAsByteArrayAsync();
        if (kind != TrafficKind.Stream)
        {
            return (ReplyOutcome.Answered, ReplyContent.Read(body).Usage);
        }

        Usage? usage = null;
        var isWhole = false;
        foreach (var line in Encoding.UTF8.GetString(body).Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)))
        {
            usage = ReplyContent.Read(Encoding.UTF8.GetBytes(line["data: ".Length..])).Usage ?? usage;
            isWhole = line == "data: [DONE]";
        }

        return (isWhole ? ReplyOutcome.Answered : ReplyOutcome.Failed, usage);
    }

    static string? Header(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
