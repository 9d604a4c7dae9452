using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CrossTier.Outcomes;
using CrossTier.Protocols;

namespace CrossTier.Tests.Outcomes;

public class ErrorClassifierTests
{
    static readonly SocketException Refused = new((int)SocketError.ConnectionRefused);

    [Theory]
    [InlineData(400, "bad_request")]
    [InlineData(401, "auth")]
    [InlineData(402, "rate_limited")]
    [InlineData(403, "auth")]
    [InlineData(404, "bad_request")]
    [InlineData(408, "timeout")]
    [InlineData(413, "bad_request")]
    [InlineData(422, "bad_request")]
    [InlineData(424, "unavailable")]
    [InlineData(429, "rate_limited")]
    [InlineData(500, "unavailable")]
    [InlineData(502, "unavailable")]
    [InlineData(503, "unavailable")]
    [InlineData(504, "timeout")]
    [InlineData(529, "unavailable")]
    [InlineData(200, "other")]
    [InlineData(0, "other")]
    public void The_http_status_decides_however_it_is_carried(int status, string error)
    {
        Assert.Equal(error, Of(new IntStatusException(status)));
        Assert.Equal(error, Of(new StatusCodeException((HttpStatusCode)status)));
        Assert.Equal(error, Of(new Exception("wrapped", new IntStatusException(status))));
        if (status >= 400)
        {
            Assert.Equal(error, Of(new HttpRequestException("x", null, (HttpStatusCode)status)));
            Assert.Equal(error, Of(new IntStatusException(status, new HttpRequestException("x", Refused))));
        }
    }

    public static TheoryData<string, Exception> Shapes { get; } = new()
    {
        { "timeout", new TimeoutException() },
        { "timeout", new TaskCanceledException() },
        { "timeout", new TaskCanceledException("HttpClient.Timeout", new TimeoutException()) },
        { "timeout", new AggregateException("Retry failed after 4 tries.", Four(() => new TaskCanceledException())) },
        { "timeout", new HttpRequestException("x", new SocketException((int)SocketError.TimedOut)) },
        { "network", Refused },
        { "network", new HttpRequestException("x", Refused) },
        { "network", new HttpRequestException(HttpRequestError.NameResolutionError) },
        { "network", new HttpRequestException("x", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))) },
        { "network", new HttpRequestException("x", new System.Security.Authentication.AuthenticationException()) },
        { "network", new HttpIOException(HttpRequestError.ResponseEnded) },
        { "network", new IntStatusException(0, new HttpRequestException("x", Refused)) },
        { "network", new AggregateException("Retry failed after 4 tries.", Four(() => new IntStatusException(0, new HttpRequestException("x", Refused)))) },
        { "network", new StatusCodeException(null, new HttpRequestException("x", Refused)) },
        { "rate_limited", new AggregateException(new IntStatusException(503), new IntStatusException(429)) },
        { "unavailable", new AggregateException(new IntStatusException(429), new IntStatusException(503)) },
        { "rate_limited", new AggregateException(new AggregateException(new IntStatusException(429))) },
        { "content_filter", new IntStatusException(400, message: """{"error":{"code":"content_filter"}}""") },
        { "content_filter", new IntStatusException(400, message: "Error: content_policy_violation") },
        { "unavailable", new IntStatusException(500, message: "content_filter is down") },
        { "auth", new UnauthorizedAccessException() },
        { "other", new JsonException("Unexpected end of data.") },
        { "other", new IntStatusException(200, new JsonException()) },
        { "other", new InvalidOperationException() },
        { "other", new AggregateException() },
        { "other", new TextStatusException() },
        { "other", new ThrowingStatusException() },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Each_shape_of_failure_has_its_kind(string error, Exception exception) => Assert.Equal(error, Of(exception));

    [Fact]
    public void Cancelled_is_what_the_caller_s_token_asked_for()
    {
        var fired = new CancellationToken(canceled: true);

        Assert.Equal(RequestStatus.Cancelled, ErrorClassifier.StatusOf(new OperationCanceledException(), fired));
        Assert.Equal(RequestStatus.Cancelled, ErrorClassifier.StatusOf(new TaskCanceledException("x", new TimeoutException()), fired));
        Assert.Equal(RequestStatus.Cancelled, ErrorClassifier.StatusOf(new AggregateException(new TaskCanceledException()), fired));
        Assert.Equal(RequestStatus.Cancelled, ErrorClassifier.StatusOf(new Exception("wrapped", new OperationCanceledException()), fired));
        Assert.Equal(RequestStatus.Failure, ErrorClassifier.StatusOf(new IntStatusException(500), fired));
        Assert.Equal(RequestStatus.Failure, ErrorClassifier.StatusOf(new TimeoutException(), fired));
        Assert.Equal(RequestStatus.Failure, ErrorClassifier.StatusOf(new OperationCanceledException(), new CancellationTokenSource().Token));
        Assert.Equal(RequestStatus.Failure, ErrorClassifier.StatusOf(new OperationCanceledException(fired), default));
    }

    [Fact]
    public void An_exception_whose_own_message_throws_is_classified_too()
    {
        Assert.Equal("bad_request", Of(new ThrowingMessageException(400)));
        Assert.Equal("other", Of(new ThrowingMessageException(0)));
    }

    static Exception[] Four(Func<Exception> make) => [make(), make(), make(), make()];

    static string Of(Exception exception) => ErrorClassifier.KindOf(exception) switch
    {
        ErrorKind.RateLimited => "rate_limited",
        ErrorKind.Timeout => "timeout",
        ErrorKind.Auth => "auth",
        ErrorKind.BadRequest => "bad_request",
        ErrorKind.ContentFilter => "content_filter",
        ErrorKind.Unavailable => "unavailable",
        ErrorKind.Network => "network",
        _ => "other",
    };
}
