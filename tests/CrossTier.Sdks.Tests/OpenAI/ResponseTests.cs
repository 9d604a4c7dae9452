using System.ClientModel;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using OpenAI.Responses;
using static CrossTier.Sdks.Tests.OpenAI.ResponseBody;

namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>Responses of the OpenAI SDK. A stream comes as a task of a result that can be read once.</summary>
public sealed class ResponseTests
{
    [Fact]
    [AiCall]
    [SdkRow(
        "OpenAI",
        typeof(ResponsesClient),
        "CreateResponse",
        "CreateResponseAsync",
        "CreateResponseStreamingAsync",
        "CompactResponse",
        "CompactResponseAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.CacheWrite | UsageKinds.Reasoning, Labels = "request's `Model`")]
    public async Task Every_form_of_a_response_is_measured()
    {
        const string model = "openai-responses";
        await using var server = await ScriptedServer.StartAsync(
            Answer.Json("/responses", Response(model)),
            Answer.Json("/responses", Response(model)),
            Answer.Json("/responses", Response(model)),
            Answer.Events("/responses", Events(model)),
            Answer.Json("/compact", Response(model)));
        var client = Clients.OpenAI(server.Address).GetResponsesClient();
        await client.CreateResponseAsync(model, "one");
        client.CreateResponse(new CreateResponseOptions { Model = model, InputItems = { ResponseItem.CreateUserMessageItem("one") } });
        await client.CreateResponseAsync(BinaryContent.Create(BinaryData.FromString($$"""{"model":"{{model}}","input":"one"}""")));
        var stream = await client.CreateResponseStreamingAsync(model, "one");
        Assert.Equal((200, 4), (stream.Status, (await stream.ToListAsync()).Count));
        var compact = BinaryContent.Create(BinaryData.FromString($$"""{"model":"{{model}}","input":"one"}"""));
        await client.CompactResponseAsync(compact, "application/json");
        client.CompactResponse(compact, "application/json");
        new Sent(6, 6 * 11, 6 * 7) { Cached = 18, CacheWrite = 12, Reasoning = 12, FirstTokens = 1 }.IsRecorded("openai-compatible", model);
    }

    [Theory]
    [InlineData("server_error", "unavailable")]
    [InlineData("rate_limit_exceeded", "rate_limited")]
    [InlineData("invalid_prompt", "bad_request")]
    [InlineData("image_content_policy_violation", "content_filter")]
    [InlineData("vector_store_timeout", "timeout")]
    [InlineData("something_new", "other")]
    [AiCall]
    public async Task A_reply_that_says_it_failed_is_a_failure(string code, string error)
    {
        var model = "failed " + code;
        var failed = Failed(model, code);
        await using var server = await ScriptedServer.StartAsync(
            Answer.Json("/responses", failed), Answer.Json("/responses", failed), Answer.Json("/responses", failed),
            Answer.Events("/responses", [.. Events(model)[..3], Event("response.failed", $""" "response":{failed} """)]),
            Answer.Events("/responses", [.. Events(model)[..3], Event("error", $""" "code":"{code}","message":"no","param":null """)]));
        var client = Clients.OpenAI(server.Address).GetResponsesClient();
        Assert.Equal(ResponseStatus.Failed, (await client.CreateResponseAsync(model, "one")).Value.Status);
        client.CreateResponse(model, "one");
        await client.CreateResponseAsync(BinaryContent.Create(BinaryData.FromString($$"""{"model":"{{model}}","input":"one"}""")));
        Assert.IsType<StreamingResponseFailedUpdate>(await (await client.CreateResponseStreamingAsync(model, "one")).LastAsync());
        await foreach (var update in await client.CreateResponseStreamingAsync(model, "one"))
        {
            if (update is StreamingResponseErrorUpdate)
            {
                break;
            }
        }

        var recorded = Recorded.Of("openai-compatible", model);
        Assert.Equal(
            (0, 5, 0, 0, error + " 5"),
            (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.InFlight, Recorded.Errors("openai-compatible", model)));
        Assert.Equal((4 * 11, 4 * 7, 1, 5), (recorded.Input, recorded.Output, recorded.UsageMissing, recorded.Durations));
    }

    [Fact]
    [AiCall]
    public async Task An_incomplete_reply_is_a_success()
    {
        const string model = "incomplete";
        var cut = Response(model, "incomplete");
        await using var server = await ScriptedServer.StartAsync(
            Answer.Json("/responses", cut),
            Answer.Events("/responses", [.. Events(model)[..3], Event("response.incomplete", $""" "response":{cut} """)]));
        var client = Clients.OpenAI(server.Address).GetResponsesClient();
        await client.CreateResponseAsync(model, "one");
        Assert.IsType<StreamingResponseIncompleteUpdate>(await (await client.CreateResponseStreamingAsync(model, "one")).LastAsync());
        new Sent(2, 22, 14) { Cached = 6, CacheWrite = 4, Reasoning = 4, FirstTokens = 1 }.IsRecorded("openai-compatible", model);
    }

    static string Failed(string model, string code) =>
        Response(model, "failed").Replace("\"status\":\"failed\"", $$"""
            "status":"failed","error":{"code":"{{code}}","message":"no"}
            """.Trim(), StringComparison.Ordinal);
}
