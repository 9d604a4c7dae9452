using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CrossTier.Testing;

/// <summary>A test assembly once more, with all that is generated for it, beside the one that the test runs in.</summary>
static class Plugin
{
    /// <summary>Loads the assembly of a type, runs a static method of it to its end, and unloads it.</summary>
    /// <param name="type">The type, as the test itself knows it.</param>
    /// <param name="method">The method, which returns a task.</param>
    /// <returns>What was loaded, for <see cref="IsCollectedAsync"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static WeakReference RunAndUnload(Type type, string method)
    {
        var context = new AssemblyLoadContext(method, isCollectible: true);
        var copy = context.LoadFromAssemblyPath(type.Assembly.Location);
        RuntimeHelpers.RunModuleConstructor(copy.ManifestModule.ModuleHandle);
        var run = copy.GetType(type.FullName!, throwOnError: true)!.GetMethod(method, BindingFlags.Static | BindingFlags.Public)!;
        Assert.NotSame(type, run.DeclaringType);
        ((Task)run.Invoke(null, null)!).GetAwaiter().GetResult();
        context.Unload();
        return new WeakReference(context);
    }

    /// <summary>Whether nothing holds it any more. A thread of the runtime may hold it a little longer than the test's own code.</summary>
    public static async Task<bool> IsCollectedAsync(WeakReference plugin)
    {
        for (var i = 0; i < 100 && plugin.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(10);
        }

        return !plugin.IsAlive;
    }
}
