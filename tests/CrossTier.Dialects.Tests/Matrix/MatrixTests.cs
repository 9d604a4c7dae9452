using CrossTier.Dialects.Tests.Paths;
using CrossTier.Dialects.Tests.Support;
using CrossTier.Http.Tests.Transcripts;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>One reply has one answer, whichever way it is read.</summary>
[Collection("counted")]
public sealed class MatrixTests
{
    // Byte by byte only what is short: each byte is a write of its own.
    const int ShortBody = 700;

    static readonly IReadOnlyList<Transcript> Replies = [.. Transcript.Names.Select(Transcript.Read)];

    public static TheoryData<string> RouteNames => [.. Routes.All.Select(route => route.Name)];

    [Theory]
    [InlineData(Framing.AsRecorded)]
    [InlineData(Framing.CarriageReturns)]
    [InlineData(Framing.ByteByByte)]
    public async Task The_handler_counts_what_each_reply_reports(Framing framing)
    {
        List<string> wrong = [];
        foreach (var reply in Replies.Where(HandlerCells.Reads).Where(reply => framing != Framing.ByteByByte || reply.Body.Length < ShortBody))
        {
            Compare(reply, HandlerCells.Name, alwaysStreams: false, await HandlerCells.Count(reply, framing), wrong);
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [MemberData(nameof(RouteNames))]
    public async Task A_call_counts_what_each_reply_reports(string name)
    {
        var route = Routes.All.Single(known => known.Name == name);
        List<string> wrong = [];
        foreach (var reply in Replies.Where(reply => route.Reads(reply) && Exceptions.Of(route.Name, reply.Name)?.Reason != Exceptions.Waits))
        {
            var (counts, exception) = await Cell.Play(route, reply);
            Compare(reply, route.Name, route.AlwaysStreams, counts, wrong);
            if (Exceptions.Of(route.Name, reply.Name) is { Reason: Exceptions.Throws, Thrown: var expected })
            {
                string[] thrown = exception is null ? [] : [.. Thrown.Describe(exception)];
                if (!thrown.Contains(expected))
                {
                    wrong.Add($"{reply.Name}: expected <{expected}>, thrown {string.Join(" or ", thrown)}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    static void Compare(Transcript reply, string route, bool alwaysStreams, string counted, List<string> wrong)
    {
        if (reply.Text("expected.responseId") is null)
        {
            counted = string.Join(", ", counted.Split(", ").Where(count => !count.StartsWith("id ", StringComparison.Ordinal))); // One that the SDK made.
        }

        var expected = Exceptions.Of(route, reply.Name)?.Counts ?? Expected.Of(reply, alwaysStreams || reply.Flag("request.stream"));
        if (expected != counted)
        {
            wrong.Add($"{reply.Name}: expected <{expected}>, counted <{counted}>");
        }
    }
}
