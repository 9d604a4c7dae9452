using CrossTier.Samples.HybridGateway.Routing;
using CrossTier.Samples.HybridGateway.Upstreams;
using CrossTier.Samples.HybridGateway.Wire;

namespace CrossTier.Samples.HybridGateway.Http;

/// <summary>OpenAI's protocol, https://platform.openai.com/docs/api-reference: the part of it that routes.</summary>
sealed class ModelEndpoints(RouteTable routes, TimeSpan clientTimeout)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/chat/completions", ChatAsync);
        app.MapPost("/v1/embeddings", EmbeddingsAsync);
        app.MapGet("/v1/models", () => Results.Json(ModelList.Of(routes.All.Select(route => route.Name)), WireJson.Default.ModelList));
        app.MapGet("/v1/models/{**name}", (string name) => Results.Json(ModelEntry.Of(Find(name).Name), WireJson.Default.ModelEntry));
    }

    async Task ChatAsync(HttpContext http)
    {
        var request = await ClientRequest.ReadAsync(http.Request);
        var route = Find(request.Model);
        if (request.IsStream)
        {
            await StreamReply.WriteAsync(http, route, request, new(http, clientTimeout));
        }
        else
        {
            await WriteAsync(http, route, model => model.CompleteAsync(request.For(model.Model), http.RequestAborted));
        }
    }

    async Task EmbeddingsAsync(HttpContext http)
    {
        var request = await ClientRequest.ReadAsync(http.Request);
        await WriteAsync(http, Find(request.Model), model => model.EmbedAsync(request.For(model.Model), http.RequestAborted));
    }

    async Task WriteAsync(HttpContext http, ModelRoute route, Func<UpstreamModel, Task<WholeReply>> ask)
    {
        WholeReply reply;
        using (var answer = await LocalFirst.AskAsync(route, ask, new(http.Response.Headers), http.RequestAborted))
        {
            reply = answer.Content;
        }

        http.Response.ContentType = reply.ContentType;
        http.Response.ContentLength = reply.Body.Length;
        await new ClientWriter(http, clientTimeout).WriteAsync(reply.Body);
    }

    ModelRoute Find(string name) =>
        routes.Find(name)
            ?? throw new GatewayException(
                StatusCodes.Status404NotFound,
                $"The model '{name}' does not exist here; GET /v1/models lists those that do.",
                "model_not_found",
                "model");
}
