using System.Reflection;
using Anthropic.Helpers.Beta;
using Anthropic.Models.Beta.Messages;
using CrossTier.Integration.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Anthropic;

/// <summary>Helpers that send their requests inside the SDK: they are flagged, and run as before.</summary>
public sealed class LoopTests
{
    const string Note = "its requests are sent inside the SDK: flagged by AIC002, not measured";

    [Fact]
    [AiCall]
    [SdkRow("Anthropic", typeof(BetaToolRunnerExtensions), "ToolRunner", Note = Note)]
    [SdkRow("Anthropic", typeof(BetaMessageThreadExtensions), "Thread", Note = Note)]
    public async Task What_sends_its_requests_itself_is_flagged()
    {
        const string model = "anthropic-loops";
        await using var provider = await SimulatedProvider.StartAsync();
        var messages = Clients.Anthropic(provider.BaseAddress).Beta.Messages;
        var message = await messages.ToolRunner(new MessageCreateParams { Model = model, MaxTokens = 100, Messages = [new BetaUserMessageParam("one")] }, []).RunUntilDoneAsync();
        Assert.NotEmpty(message.Content);
        Assert.NotNull(messages.Thread(new ThreadCreateParams { Model = model, MaxTokens = 100, Messages = [] }));
        Assert.Equal(0, Recorded.Of("anthropic", model).Requests);
        Assert.Equal(["ToolRunner", "Thread"], Flagged("RequestsInside"));
    }

    static IEnumerable<string> Flagged(string reason) =>
        from line in typeof(LoopTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        let value = line.Value ?? ""
        where line.Key == "CrossTier.Call" && value.Contains("state=refused", StringComparison.Ordinal) && value.Contains("reason=" + reason, StringComparison.Ordinal)
        select value.Split('\t').Single(pair => pair.StartsWith("api=", StringComparison.Ordinal)).Split('.')[^1];
}
