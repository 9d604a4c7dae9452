using CrossTier.Sdks.Tests.Support;
using Google.GenAI;
using Google.GenAI.Types;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Gemini: thoughts and tool prompts are counted beside candidates and prompt, and each chunk of a stream tells the usage so far.</summary>
public sealed class GoogleTests
{
    const string Labels = "provider `google`, `model`, reply's `ModelVersion`";

    [Fact]
    [AiCall]
    [SdkRow(
        "Google.GenAI",
        typeof(Models),
        "GenerateContentAsync",
        "GenerateContentStreamAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning,
        Labels = Labels,
        IsStub = true,
        Note = "input with tool prompts, output with thoughts")]
    public async Task Content_awaited_and_streamed_is_measured()
    {
        var client = new Client(
            Reply(new()
            {
                PromptTokenCount = 5,
                CandidatesTokenCount = 7,
                ThoughtsTokenCount = 4,
                ToolUsePromptTokenCount = 2,
                CachedContentTokenCount = 1,
                TotalTokenCount = 18,
            }),
            Reply(new() { PromptTokenCount = 1, CandidatesTokenCount = 2 }),
            new object[]
            {
                Reply(new() { PromptTokenCount = 10, ThoughtsTokenCount = 3 }),
                Reply(new() { PromptTokenCount = 10, CandidatesTokenCount = 4, ThoughtsTokenCount = 3 }),
                Reply(new() { PromptTokenCount = 10, CandidatesTokenCount = 9, ThoughtsTokenCount = 3, TotalTokenCount = 22 }),
            },
            new object[] { Reply(null) });
        await client.Models.GenerateContentAsync("gemini-2.5-flash", "hi");
        await client.Models.GenerateContentAsync(model: "gemini-2.5-flash", contents: new Content());
        Assert.Equal(3, (await client.Models.GenerateContentStreamAsync("gemini-2.5-flash", "hi").ToListAsync()).Count);
        await client.Models.GenerateContentStreamAsync("gemini-2.5-flash", [new Content()]).ToListAsync();
        new Sent(4, 5 + 2 + 1 + 10, 7 + 4 + 2 + 9 + 3) { Cached = 1, Reasoning = 7, Missing = 1, FirstTokens = 2 }.IsRecorded("google", "gemini-2.5-flash");
    }

    [Fact]
    [AiCall]
    [SdkRow("Google.GenAI", typeof(Models), "EmbedContentAsync", Labels = Labels, IsStub = true, Note = "the reply tells no tokens: usage is missing")]
    [SdkRow(
        "Google.GenAI",
        typeof(Models),
        "GenerateImagesAsync",
        "EditImageAsync",
        "UpscaleImageAsync",
        Labels = Labels,
        IsStub = true,
        Note = "without tokens by nature")]
    public async Task Vectors_and_images_are_measured()
    {
        var client = new Client(
            new EmbedContentResponse(),
            new EmbedContentResponse(),
            new GenerateImagesResponse(),
            new EditImageResponse(),
            new UpscaleImageResponse());
        await client.Models.EmbedContentAsync("gemini-embedding-001", "hi");
        await client.Models.EmbedContentAsync("gemini-embedding-001", [new Content()]);
        new Sent(2) { Missing = 2 }.IsRecorded("google", "gemini-embedding-001");
        await client.Models.GenerateImagesAsync("imagen-4", "a cat");
        await client.Models.EditImageAsync("imagen-4", "a dog", []);
        await client.Models.UpscaleImageAsync("imagen-4", new Image(), "x2");
        new Sent(3).IsRecorded("google", "imagen-4");
    }

    static GenerateContentResponse Reply(GenerateContentResponseUsageMetadata? usage) =>
        new() { ModelVersion = "gemini-2.5-flash-001", UsageMetadata = usage, Candidates = [new() { Content = new() { Parts = [new() { Text = "hi" }] } }] };
}
