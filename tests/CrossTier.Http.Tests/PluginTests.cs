using CrossTier.Http.Tests.Support;
using CrossTier.Testing;

namespace CrossTier.Http.Tests;

/// <summary>A plug-in that sends through the handler unloads, with its own handlers, contents and exceptions.</summary>
public sealed class PluginTests
{
    [Theory]
    [InlineData(nameof(PluginHandler.Succeed))]
    [InlineData(nameof(PluginHandler.Fail))]
    public async Task An_unloaded_plug_in_is_collected(string what) =>
        Assert.True(await Plugin.IsCollectedAsync(Plugin.RunAndUnload(typeof(PluginHandler), what)));
}
