using CrossTier.Outcomes;

namespace CrossTier.Tests.Outcomes;

/// <summary>
/// An exception of anybody may have members of the names that SDKs' exceptions hand their reply on by: it says nothing then, and the
/// request ends.
/// </summary>
public class FailedReplyTests
{
    [Fact]
    public void The_headers_of_a_reply_are_read()
    {
        var remaining = FailedReply.RateLimitRemaining(new InvalidOperationException("outer", new Refused(new Reply())));
        Assert.Equal(("7", null), remaining);
    }

    public static TheoryData<Exception> Others() =>
    [
        new InvalidOperationException("none"),
        new Refused(null),
        new Gone(),
        new Ambiguous(),
        new Open(),
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_no_such_reply_says_nothing(Exception exception)
    {
        Assert.Equal((null, null), FailedReply.RateLimitRemaining(exception));
    }

    public class Headers
    {
        public bool TryGetValue(string name, out string? value) => (value = name.EndsWith("requests", StringComparison.Ordinal) ? "7" : null) is not null;
    }

    public class Reply
    {
        public Headers Headers { get; } = new();
    }

    public class Listed : Reply
    {
        public new IReadOnlyList<string> Headers { get; } = [];
    }

    public sealed class Refused(Reply? reply) : Exception
    {
        public Reply? GetRawResponse() => reply;
    }

    public sealed class Gone : Exception
    {
        public Reply? GetRawResponse() => throw new InvalidOperationException("gone");
    }

    public sealed class Ambiguous : Exception
    {
        public Listed GetRawResponse() => new();
    }

    public sealed class Open : Exception
    {
        public T? GetRawResponse<T>()
            where T : Reply => null;
    }
}
