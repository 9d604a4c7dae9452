using CrossTier.Sdks.Tests.Support;
using Mscc.GenerativeAI;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Mscc.GenerativeAI: each chunk of a stream reports the usage so far.</summary>
public sealed class MsccTests
{
    const string Labels = "provider `google`, client's `Model`, reply's `ModelVersion`";

    [Fact]
    [AiCall]
    [SdkRow(
        "Mscc.GenerativeAI",
        typeof(GenerativeModel),
        "GenerateContent",
        "GenerateContentStream",
        Usage = UsageKinds.Tokens | UsageKinds.Cached,
        Labels = Labels,
        IsStub = true)]
    public async Task Content_awaited_and_streamed_is_measured()
    {
        const string model = "gemini-2.5-flash-mscc";
        var client = new GenerativeModel(
            model,
            Reply(5, 7, 1),
            Reply(1, 2),
            new object[] { Reply(10, 4), Reply(10, 9) },
            new object[] { Reply(3, 1) });
        await client.GenerateContent("hi");
        await client.GenerateContent(new GenerateContentRequest());
        Assert.Equal(2, (await client.GenerateContentStream("hi").ToListAsync()).Count);
        await client.GenerateContentStream(new GenerateContentRequest()).ToListAsync();
        new Sent(4, 5 + 1 + 10 + 3, 7 + 2 + 9 + 1) { Cached = 1, FirstTokens = 2 }.IsRecorded("google", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "Mscc.GenerativeAI", typeof(GenerativeModel), "EmbedContent", Labels = Labels, IsStub = true, Note = "the reply has no tokens: usage is missing")]
    public async Task Vectors_are_measured()
    {
        const string model = "gemini-embedding-mscc";
        await new GenerativeModel(model, new EmbedContentResponse()).EmbedContent("hi");
        new Sent(1) { Missing = 1 }.IsRecorded("google", model);
    }

    static GenerateContentResponse Reply(int input, int output, int cached = 0) => new()
    {
        Text = "hi",
        UsageMetadata = new() { PromptTokenCount = input, CandidatesTokenCount = output, CachedContentTokenCount = cached, TotalTokenCount = input + output },
    };
}
