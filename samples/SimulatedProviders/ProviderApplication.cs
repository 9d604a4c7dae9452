using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>The way of a request: read it, refuse it or queue it, answer it, book it.</summary>
sealed class ProviderApplication(SimulatedProviderOptions options, RequestLedger ledger, FifoGate gate) : IHttpApplication<HttpContext>
{
    readonly EndpointTable _endpoints = new(options.Models);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var open = ledger.Open(context.Request);
        try
        {
            await ServeAsync(new ReplyWriter(context, open));
        }
        catch (Exception gone) when (gone is IOException || (gone is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            open.Outcome = RequestOutcome.Aborted;
            context.Abort();
        }
        finally
        {
            ledger.Close(open, context.Response.HasStarted ? context.Response.StatusCode : 0);
        }
    }

    async Task ServeAsync(ReplyWriter writer)
    {
        var http = writer.Http.Request;
        if (HttpMethods.IsGet(http.Method) && _endpoints.Document(writer.Open.Path) is { } document)
        {
            await writer.TextAsync(document);
            return;
        }

        var format = _endpoints.Format(writer.Open.Path);
        if (!HttpMethods.IsPost(http.Method) || !_endpoints.Answers(writer.Open.Path))
        {
            await writer.ErrorAsync(format, ErrorReply.Of(404, $"There is no {http.Method} {http.Path} here."));
            return;
        }

        var behaviour = options.Now;
        InferenceRequest request;
        Directive? directive;
        try
        {
            var body = await JsonNode.ParseAsync(http.Body, cancellationToken: writer.Http.RequestAborted) as JsonObject;
            request = InferenceRequest.Read(body ?? throw new FormatException("The body is not a JSON object."), format.StreamsByDefault);
            (writer.Open.Model, writer.Open.Stream) = (request.Model, request.Stream && format is StreamFormat);
            directive = Directive.Of(http, request.Model);
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException)
        {
            await writer.ErrorAsync(format, ErrorReply.Of(400, malformed.Message));
            return;
        }

        if ((directive is null && options.PicksError() ? behaviour.ErrorStatus : directive?.Status) is { } status)
        {
            await writer.ErrorAsync(format, ErrorReply.Of(status));
            return;
        }

        using (await gate.EnterAsync(writer.Http.RequestAborted))
        {
            await Task.Delay(directive is { Hang: true } ? Timeout.InfiniteTimeSpan : behaviour.Latency, writer.Http.RequestAborted);
            await writer.ReplyAsync(format, Reply.To(request, behaviour), directive is { Cut: true });
        }
    }
}
