namespace CrossTier.Http.Tests.Transcripts;

/// <summary>What every reader is tested by is itself whole and consistent, and arrives as it was recorded.</summary>
public class TranscriptTests
{
    const string Details = "expected.details.";

    static readonly string[] Fields =
    [
        "source.address", "source.shows", "source.derived", "source.derivedReason", "request.method", "request.url", "request.model", "request.stream",
        "protocol", "provider", "ending", "expected.status", "expected.error", "expected.model", "expected.responseId", "expected.finishReason",
        "expected.inputTokens", "expected.outputTokens", Details + "cached_input", Details + "cache_write_input", Details + "cache_write_1h_input",
        Details + "audio_input", Details + "cached_audio_input", Details + "audio_output", Details + "reasoning_output", "expected.serviceTier",
        "expected.toolUses", "expected.usageMissing", "expected.hasContent", "why",
    ];

    static readonly string[] Errors = ["rate_limited", "timeout", "auth", "bad_request", "content_filter", "unavailable", "network", "other"];

    static readonly string?[] Reasons = [null, "stop", "length", "content_filter", "tool_calls", "other"];

    public static TheoryData<string> Names => [.. Transcript.Names];

    [Fact]
    public void Each_reply_has_its_facts_and_a_name_of_its_own()
    {
        var files = Transcript.Files.ToList();
        Assert.Equal(files.Count, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(
            Transcript.Names.SelectMany(name => new[] { name + ".http", name + ".json" }).Append("README.md").Order(StringComparer.Ordinal),
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_lists_each_reply() => Assert.Equal(
        Transcript.Names,
        Transcript.Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains(".http`", StringComparison.Ordinal))
            .Select(line => line[3..line.IndexOf(".http`", StringComparison.Ordinal)]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_states_every_field(string name)
    {
        var it = Transcript.Read(name);
        Assert.Equal(Fields, it.Fields);
        Assert.StartsWith("https://", it.Text("source.address"));
        Assert.NotEmpty(it.Text("source.shows")!);
        Assert.NotEmpty(it.Text("why")!);
        Assert.Equal(it.Flag("source.derived"), it.Text("source.derivedReason") is { Length: > 0 });
        Assert.True(Uri.TryCreate(it.Text("request.url"), UriKind.Absolute, out _));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_values_are_of_the_closed_sets(string name)
    {
        var it = Transcript.Read(name);
        Assert.Contains(it.Text("expected.finishReason"), Reasons);
        Assert.Contains(it.Text("ending"), new[] { "complete", "broken" });
        if (it.Text("expected.status") == "failure")
        {
            Assert.Contains(it.Text("expected.error")!, Errors);
        }
        else
        {
            Assert.Equal("success", it.Text("expected.status"));
            Assert.Null(it.Text("expected.error"));
            Assert.Equal("complete", it.Text("ending"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_parts_never_exceed_the_whole(string name)
    {
        var it = Transcript.Read(name);
        Assert.All(
            Fields.Where(field => field.EndsWith("put", StringComparison.Ordinal) || field.EndsWith("Tokens", StringComparison.Ordinal)),
            field => Assert.True(it.Number(field) is null or > 0, field));
        Assert.True(Sum(it, "cached_input", "cache_write_input", "cache_write_1h_input", "audio_input", "cached_audio_input")
            <= (it.Number("expected.inputTokens") ?? 0));
        Assert.True(Sum(it, "audio_output", "reasoning_output") <= (it.Number("expected.outputTokens") ?? 0));
        if (it.Flag("expected.usageMissing"))
        {
            Assert.Null(it.Number("expected.inputTokens") ?? it.Number("expected.outputTokens"));
            Assert.True(it.Flag("expected.hasContent"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_bytes_are_as_they_were_sent(string name)
    {
        var it = Transcript.Read(name);
        Assert.Matches("^HTTP/1.1 [1-5][0-9][0-9] [A-Za-z ]+$", it.Head[0]);
        Assert.All(it.Head.Skip(1), header => Assert.Matches("^[A-Za-z-]+: [^\r]+$", header));
        var body = it.Body.AsSpan();
        if (it.IsBinary)
        {
            Assert.True(it.HasWholeFrames());
        }
        else if (name.StartsWith("gemini-stream", StringComparison.Ordinal))
        {
            // Google frames its native events with CRLF, all others with LF.
            Assert.Equal(body.Count((byte)'\n'), body.Count("\r\n"u8));
        }
        else
        {
            Assert.False(body.Contains((byte)'\r'));
        }
    }

    static long Sum(Transcript it, params string[] details) => details.Sum(detail => it.Number(Details + detail) ?? 0);
}
