using System.ClientModel;
using CrossTier.Sdks.Tests.Support;
using OpenAI.Decisions;
using OpenAI.Moderations;

namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>What judges in place of writing: moderation, which has no tokens, and decisions, which have.</summary>
public sealed class ModerationTests
{
    [Fact]
    [AiCall]
    [SdkRow(
        "OpenAI",
        typeof(ModerationClient),
        "ClassifyText",
        "ClassifyTextAsync",
        "ClassifyInputs",
        "ClassifyInputsAsync",
        Labels = "client's `Model`",
        Note = "no tokens by nature: none is missing")]
    public async Task Moderations_have_no_tokens_and_miss_none()
    {
        const string model = "openai-moderations";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("",
            """{"id":"modr_1","model":"omni","results":[{"flagged":false,"categories":{},"category_scores":{},"category_applied_input_types":{}},"""
            + """{"flagged":false,"categories":{},"category_scores":{},"category_applied_input_types":{}}]}"""));
        var client = Clients.OpenAI(server.Address).GetModerationClient(model);
        Assert.Equal(2, (await client.ClassifyTextAsync(["one", "two"])).Value.Count);
        client.ClassifyText("one");
        await client.ClassifyInputsAsync([ModerationInputPart.CreateTextPart("one")]);
        client.ClassifyInputs([ModerationInputPart.CreateTextPart("one")]);
        new Sent(4).IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "OpenAI",
        typeof(DecisionsClient),
        "CreateDecision",
        "CreateDecisionAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached,
        Labels = "request's `Model`")]
    public async Task Decisions_tell_their_tokens()
    {
        const string model = "openai-decisions";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("",
            $$$"""{"model":"{{{model}}}","answers":[],"usage":{"input_tokens":6,"input_tokens_details":{"cached_tokens":1},"output_tokens":2,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":8}}"""));
        var client = new DecisionsClient(new ApiKeyCredential("none"), new DecisionsClientOptions { Endpoint = server.Address });
        await client.CreateDecisionAsync(new DecisionCreationOptions([], model, []));
        client.CreateDecision(BinaryContent.Create(BinaryData.FromString($$"""{"model":"{{model}}"}""")));
        new Sent(2, 12, 4) { Cached = 2 }.IsRecorded("openai-compatible", model);
    }
}
