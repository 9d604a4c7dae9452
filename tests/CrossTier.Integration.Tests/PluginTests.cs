using CrossTier.Integration.Tests.Support;
using CrossTier.Testing;

namespace CrossTier.Integration.Tests;

/// <summary>Code that is loaded, measured and unloaded again: nothing of ours keeps it, and nothing of it is reported any more.</summary>
[Collection("queues")]
public sealed class PluginTests
{
    [Theory]
    [InlineData(nameof(PluginCode.Call))]
    [InlineData(nameof(PluginCode.Stream))]
    [InlineData(nameof(PluginCode.Queue))]
    [InlineData(nameof(PluginCode.Fail))]
    [InlineData(nameof(PluginCode.Abandon))]
    public async Task An_unloaded_plug_in_is_collected(string what) =>
        Assert.True(await Plugin.IsCollectedAsync(Plugin.RunAndUnload(typeof(PluginCode), what)));

    [Fact]
    public void Queues_of_an_unloaded_plug_in_are_gone_at_once()
    {
        var before = Recorded.QueueDepth("queue-property", "gpu-1");
        for (var i = 0; i < 3; i++)
        {
            Plugin.RunAndUnload(typeof(PluginCode), nameof(PluginCode.Queue));
        }

        Assert.Equal(before, Recorded.QueueDepth("queue-property", "gpu-1"));
    }
}
