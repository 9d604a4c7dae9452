using CrossTier.Integration.Tests.Support;
using static Microsoft.Extensions.AI.ChatClientExtensions;

namespace CrossTier.Integration.Tests;

/// <summary>Extensions that only <c>using static</c> brings in.</summary>
public sealed class UsingStaticTests
{
    [Fact]
    [AiCall("form", "using static")]
    public async Task An_extension_called_by_using_static_is_measured()
    {
        FakeChatClient client = new();
        await client.GetResponseAsync("text");
        await foreach (var _ in client.GetStreamingResponseAsync("text"))
        {
        }

        Assert.Equal((2, 2), (client.Calls, Recorded.Of("form", "using static").Success));
    }
}
