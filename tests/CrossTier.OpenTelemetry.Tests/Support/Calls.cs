using System.Threading.Channels;
using CrossTier.CompilerServices;

namespace CrossTier.OpenTelemetry.Tests.Support;

/// <summary>A line of code whose requests end as a test wants.</summary>
sealed class Calls(
    string provider,
    string? model = "gpt-4o",
    string call = "Test.Ask",
    AiTier tier = AiTier.Cloud,
    string? instance = null,
    string? operation = null)
{
    readonly CallSite _site = new(call, provider, model, instance, tier, operation: operation);

    public AiRequest Start(CancellationToken caller = default) => _site.Start(null, caller);

    public void Succeed(int count = 1)
    {
        for (var i = 0; i < count; i++)
        {
            Succeed(Reply.Usual);
        }
    }

    public void Succeed(Reply reply, Client? client = null) =>
        _site.Start<Client, ClientReader>(client, null, default).Measure<Reply, ReplyReader>(reply);

    public async Task SucceedAfter(Task pending) => await Start().Measure<Reply, ReplyReader>(After(pending));

    /// <summary>Makes an asynchronous call, as an interceptor does.</summary>
    public Task<Reply> Ask(Func<Task> work)
    {
        var request = Start();
        try
        {
            return request.Measure<Reply, ReplyReader>(Answer(work));
        }
        catch (Exception e) when (request.RecordFailure(e))
        {
            throw;
        }
    }

    /// <summary>Makes a synchronous call, as an interceptor does.</summary>
    public void AskNow(Action work)
    {
        var request = Start();
        try
        {
            work();
            request.Measure<Reply, ReplyReader>(Reply.Usual);
        }
        catch (Exception e) when (request.RecordFailure(e))
        {
            throw;
        }
    }

    public IAsyncEnumerable<Reply> StreamAsync(IAsyncEnumerable<Reply> chunks) => _site.Stream(null, default).Measure<Reply, ReplyReader>(chunks);

    public void Fail(Exception? exception = null) => Start().RecordFailure(exception ?? new InvalidOperationException("It broke."));

    public void Cancel()
    {
        var caller = new CancellationToken(canceled: true);
        Start(caller).RecordFailure(new OperationCanceledException(caller));
    }

    /// <summary>Reads a stream of two chunks, the second of which is text and carries the usage.</summary>
    public void Stream()
    {
        foreach (var _ in _site.Stream(null, default).Measure<Reply, ReplyReader>([new Reply(), Reply.Usual]))
        {
        }
    }

    /// <summary>Reads a stream of two chunks of text, the second of which is waited for and carries the usage.</summary>
    public async Task StreamWithWait()
    {
        var chunks = Channel.CreateUnbounded<Reply>();
        chunks.Writer.TryWrite(Reply.Usual with { Output = 40 });
        await using var reader = _site.Stream(null, default).Measure<Reply, ReplyReader>(chunks.Reader.ReadAllAsync()).GetAsyncEnumerator();
        await reader.MoveNextAsync();
        var second = reader.MoveNextAsync();
        chunks.Writer.TryWrite(Reply.Usual with { Output = 40 });
        chunks.Writer.Complete();
        while (await second)
        {
            second = reader.MoveNextAsync();
        }
    }

    /// <summary>Stops reading a stream after its first chunk, which is text.</summary>
    public void StopStream() => _site.Stream(null, default).Measure<Reply, ReplyReader>([Reply.Usual, new Reply()]).First();

    static async Task<Reply> Answer(Func<Task> work)
    {
        await work();
        return Reply.Usual;
    }

    static async Task<Reply> After(Task pending)
    {
        await pending;
        return Reply.Usual;
    }
}

/// <summary>A reply, or a chunk, that says what a test wants it to say.</summary>
sealed record Reply(
    long? Input = null,
    long? Output = null,
    string? Model = null,
    bool Content = false,
    string? RequestsLeft = null,
    bool IsPriced = false,
    string? Finish = null,
    string? Id = null,
    long Cached = 0,
    long CacheWrite = 0,
    long Reasoning = 0)
{
    /// <summary>3 tokens in, 2 out.</summary>
    public static Reply Usual { get; } = new(3, 2, Content: true);
}

readonly struct ReplyReader : IReplyReader<Reply>
{
    public static void Read(Reply reply, ref ReplyReading reading)
    {
        reading.Response(reply.Id);
        reading.Tokens(reply.Input, reply.Output, reply.Cached, reply.CacheWrite, reply.Reasoning);
        reading.Model(reply.Model);
        reading.SetRateLimitRemaining(reply.RequestsLeft, null);
        if (reply.IsPriced)
        {
            reading.Tokens(3, 2, cachedInput: 1, reasoningOutput: 1);
            reading.ServiceTier("flex");
            reading.ToolUses("web_search", 1);
        }

        reading.Finished(reply.Finish);
        if (reply.Content)
        {
            reading.Content();
        }
    }
}

/// <summary>A client at an endpoint.</summary>
sealed class Client(string endpoint)
{
    public Uri Endpoint { get; } = new(endpoint);
}

readonly struct ClientReader : IClientReader<Client>
{
    public static ClientLabels Read(Client client) => new(null, null, client.Endpoint);
}
