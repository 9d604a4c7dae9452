using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using CrossTier.Integration.Tests.Support;

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
    public void An_unloaded_plug_in_is_collected(string what)
    {
        var context = RunAndUnload(what);
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);
    }

    [Fact]
    public void Queues_of_an_unloaded_plug_in_are_gone_at_once()
    {
        var before = Recorded.QueueDepth("queue-property", "gpu-1");
        for (var i = 0; i < 3; i++)
        {
            RunAndUnload(nameof(PluginCode.Queue));
        }

        Assert.Equal(before, Recorded.QueueDepth("queue-property", "gpu-1"));
    }

    // This assembly once more, with all that is generated for it, beside the one that the test runs in.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference RunAndUnload(string what)
    {
        var context = new AssemblyLoadContext(what, isCollectible: true);
        var copy = context.LoadFromAssemblyPath(typeof(PluginCode).Assembly.Location);
        RuntimeHelpers.RunModuleConstructor(copy.ManifestModule.ModuleHandle);
        var method = copy.GetType(typeof(PluginCode).FullName!, throwOnError: true)!.GetMethod(what, BindingFlags.Static | BindingFlags.Public)!;
        Assert.NotSame(typeof(PluginCode), method.DeclaringType);
        ((Task)method.Invoke(null, null)!).GetAwaiter().GetResult();
        context.Unload();
        return new WeakReference(context);
    }
}
