using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.Sdks.Tests.Streams;

/// <summary>A stream's usage is what its server meant: what each chunk reports so far is not multiplied, whatever an SDK makes of it.</summary>
public sealed class UsageSumTests
{
    static readonly string[] Counts =
    [
        """{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6}""",
        """{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}""",
        """{"prompt_tokens":5,"completion_tokens":3,"total_tokens":8}""",
    ];

    [Theory]
    [InlineData("OpenAI chat")]
    [InlineData("Azure chat")]
    public async Task Usage_so_far_in_each_chunk_is_counted_once(string name)
    {
        var kind = StreamCalls.Kinds.Single(kind => kind.Name == name);
        var model = "so far " + name;
        await using var server = await ScriptedServer.StartAsync(Answer.Events(
            "/completions",
            [.. Counts.Select(usage => StreamCalls.Chunk(model, "\"h\"", usage)), "[DONE]"]));
        await (await kind.Read(server.Address, model, default)).ToListAsync();
        new Sent(1, 5, 3) { FirstTokens = 1 }.IsRecorded(kind.Provider, model);
    }

    [Fact]
    public async Task Broken_off_it_counts_what_was_told_until_then()
    {
        const string model = "so far, broken off";
        var kind = StreamCalls.Kinds.Single(kind => kind.Name == "OpenAI chat");
        var chunks = Counts.Take(2).Select(usage => StreamCalls.Chunk(model, "\"h\"", usage));
        await using var server = await ScriptedServer.StartAsync(Answer.Events("/completions", chunks) with { NeverEnds = true });
        var read = 0;
        await foreach (var _ in await kind.Read(server.Address, model, default))
        {
            if (++read == 2)
            {
                break;
            }
        }

        var recorded = Recorded.Of(kind.Provider, model);
        Assert.Equal((1, 5, 2, 0), (recorded.Cancelled, recorded.Input, recorded.Output, recorded.UsageMissing));
    }

    [Fact]
    [AiCall]
    public async Task Adapters_count_what_the_server_meant()
    {
        const string model = "adapters";
        var anthropic = StreamCalls.Kinds.Single(kind => kind.Name == "Anthropic messages");
        await using var messages = await ScriptedServer.StartAsync(anthropic.Whole(model));
        var told = (await Clients.Anthropic(messages.Address).AsIChatClient(model).GetStreamingResponseAsync("one").ToListAsync()).ToChatResponse().Usage!;
        Assert.Equal((told.InputTokenCount, told.OutputTokenCount), Tokens("anthropic", model));

        var ollama = StreamCalls.Kinds.Single(kind => kind.Name == "Ollama chat");
        await using var lines = await ScriptedServer.StartAsync(ollama.Whole(model));
        IChatClient client = Clients.Ollama(lines.Address, model);
        told = (await client.GetStreamingResponseAsync("one").ToListAsync()).ToChatResponse().Usage!;
        Assert.Equal((told.InputTokenCount, told.OutputTokenCount), Tokens("ollama", model));
        Assert.Equal((5, 3), Tokens("ollama", model));

        await using var chunks = await ScriptedServer.StartAsync(Answer.Events(
            "/completions",
            [.. Counts.Select(usage => StreamCalls.Chunk(model, "\"h\"", usage)), "[DONE]"]));
        told =
            (await Clients.OpenAI(chunks.Address).GetChatClient(model).AsIChatClient().GetStreamingResponseAsync("one").ToListAsync()).ToChatResponse().Usage!;
        Assert.Equal((15, 6), (told.InputTokenCount, told.OutputTokenCount)); // The adapter's sum grows with the number of chunks.
        Assert.Equal((5, 3), Tokens("openai-compatible", model));

        static (long?, long?) Tokens(string provider, string model) => (Recorded.Of(provider, model).Input, Recorded.Of(provider, model).Output);
    }
}
