using CrossTier.Sdks.Tests.Support;
using Google.GenAI;
using Google.GenAI.Types;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Gemini's live sessions: the application's own loop over messages is the request.</summary>
public sealed partial class GoogleLiveTests
{
    [Fact]
    [SdkRow(
        "Google.GenAI",
        typeof(AsyncSession),
        "ReceiveAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning,
        Labels = "explicit on the method around the loop",
        IsStub = true,
        Note = "flagged (AIC002): one message of a session; a partial `[AiCall]` method around the loop measures it, with the usage of the message it returns")]
    public async Task A_loop_over_messages_is_measured_as_a_partial_method()
    {
        var live = new Live(
            new LiveServerMessage(),
            new LiveServerMessage
            {
                UsageMetadata = new()
                {
                    PromptTokenCount = 5,
                    CachedContentTokenCount = 1,
                    ResponseTokenCount = 7,
                    ToolUsePromptTokenCount = 2,
                    ThoughtsTokenCount = 4,
                    TotalTokenCount = 18,
                },
            });
        await using var session = await live.ConnectAsync("gemini-live-2.5-flash", new LiveConnectConfig());
        await TurnAsync(session);
        new Sent(1, 7, 11) { Cached = 1, Reasoning = 4 }.IsRecorded("google", "gemini-live-2.5-flash");
    }

    [AiCall("google", "gemini-live-2.5-flash")]
    private partial Task<LiveServerMessage> TurnAsync(AsyncSession session);

    static async Task<LiveServerMessage> TurnAsyncCore(AsyncSession session)
    {
        var last = new LiveServerMessage();
        while (await session.ReceiveAsync() is { } message)
        {
            last = message;
        }

        return last;
    }
}
