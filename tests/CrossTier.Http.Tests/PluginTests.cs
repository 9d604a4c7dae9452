using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using CrossTier.Http.Tests.Support;

namespace CrossTier.Http.Tests;

/// <summary>A plug-in that sends through the handler unloads, with its own handlers, contents and exceptions.</summary>
public sealed class PluginTests
{
    [Theory]
    [InlineData(nameof(PluginHandler.Succeed))]
    [InlineData(nameof(PluginHandler.Fail))]
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference RunAndUnload(string what)
    {
        var context = new AssemblyLoadContext(what, isCollectible: true);
        var copy = context.LoadFromAssemblyPath(typeof(PluginHandler).Assembly.Location);
        var method = copy.GetType(typeof(PluginHandler).FullName!, throwOnError: true)!.GetMethod(what, BindingFlags.Static | BindingFlags.Public)!;
        Assert.NotSame(typeof(PluginHandler), method.DeclaringType);
        ((Task)method.Invoke(null, null)!).GetAwaiter().GetResult();
        context.Unload();
        return new WeakReference(context);
    }
}
