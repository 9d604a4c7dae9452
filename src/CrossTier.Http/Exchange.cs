using System.Net;
using System.Runtime.CompilerServices;
using CrossTier.CompilerServices;
using CrossTier.Endpoints;
using CrossTier.Http.Replies;
using CrossTier.Http.Requests;
using CrossTier.Protocols;

namespace CrossTier.Http;

/// <summary>One request to an inference endpoint and its reply, on their way through a handler.</summary>
sealed class Exchange
{
    // Messages whose attempt failed: who sends one again retries it.
    static readonly ConditionalWeakTable<HttpRequestMessage, object> Failures = [];

    readonly WireRequest _request;
    readonly EndpointMatch _match;
    readonly ClientTimeout _timeout;
    readonly HttpContent? _body;

    public Exchange(HttpRequestMessage message, WireRequest request, EndpointMatch match, ClientTimeout timeout)
    {
        Message = message;
        _request = request;
        _match = match;
        _timeout = timeout;
        _body = message.Content;
        Start();
    }

    public HttpRequestMessage Message { get; }

    public void Enter() => _request.Enter();

    public void Leave() => _request.Leave();

    public async Task<HttpResponseMessage> Receive(Task<HttpResponseMessage> sending, CancellationToken cancellationToken)
    {
        HttpResponseMessage reply;
        try
        {
            reply = await sending.ConfigureAwait(false);
        }
        catch (Exception e) when (RecordFailure(e, cancellationToken))
        {
            throw;
        }

        return Received(reply);
    }

    /// <summary>Sees that the reply's body is followed.</summary>
    /// <returns>The reply itself.</returns>
    public HttpResponseMessage Received(HttpResponseMessage reply)
    {
        GiveBackBody();
        if (reply is null)
        {
            _request.Abandoned();
            return reply!;
        }

        var status = (int)reply.StatusCode;
        _request.Start(model: null);
        _request.Answered(status);
        RateLimitHeaderReader.Read(reply.Headers, _request);
        if (status is >= 300 and < 400 || ErrorTable.Decides(status))
        {
            FailedBy(status);
            return reply;
        }

        var measurement = new ReplyMeasurement(_request, ReaderOf(reply, status), status, ErrorName(reply), reply.Content.Headers.ContentLength);
        if (reply.Content.Headers.ContentLength == 0 || reply.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent)
        {
            measurement.Completed();
            return reply;
        }

        reply.Content = new MeasuredContent(reply.Content, measurement, CallerOf);
        return reply;
    }

    /// <summary>Sending failed. Made for an exception filter: nothing is caught.</summary>
    /// <returns>Always false.</returns>
    public bool RecordFailure(Exception exception, CancellationToken token)
    {
        GiveBackBody();
        Failures.AddOrUpdate(Message, Failures);
        return _request.RecordFailure(exception, CallerOf(token));
    }

    void Start()
    {
        if (Failures.Remove(Message))
        {
            _request.Repeats();
        }

        if (!_match.Shape!.HasTokens)
        {
            _request.Reading.WithoutTokens();
        }

        if (_match.Model is { } model)
        {
            _request.Start(model);
        }
        else if (RequestModel.TryRead(_body, out model))
        {
            _request.Start(model);
        }
        else
        {
            Message.Content = new MeasuredRequestContent(_body!, _request);
        }
    }

    void FailedBy(int status)
    {
        if (status is 408 or 409 or 429 or >= 500)
        {
            Failures.AddOrUpdate(Message, Failures);
        }

        _request.RecordFailure(code: null, message: null);
    }

    // Who sends the message again, or looks at it, finds it as it was.
    void GiveBackBody()
    {
        if (Message.Content is MeasuredRequestContent content && ReferenceEquals(content.Inner, _body))
        {
            Message.Content = _body;
        }
    }

    ReplyBodyReader? ReaderOf(HttpResponseMessage reply, int status)
    {
        var form = status >= 400 ? BodyForm.Whole : BodyForms.Of(reply.Content.Headers, _match.Shape!);
        return form == BodyForm.Opaque ? null : new ReplyBodyReader(_request, form);
    }

    CancellationToken CallerOf(CancellationToken token) => _timeout.CallerOf(token, _request.Elapsed);

    static string? ErrorName(HttpResponseMessage reply) =>
        reply.Headers.NonValidated.TryGetValues(ErrorHeaderNames.AmazonErrorType, out var names) ? names.ToString().Split(':')[0] : null;
}
