using System.Reflection;
using System.Runtime.Loader;

namespace CrossTier.Tests.Interleavings;

/// <summary>These tests once more, beside a runtime that was rewritten to be explored.</summary>
sealed class ExploredContext() : AssemblyLoadContext("explored", isCollectible: false)
{
    readonly Dictionary<string, Assembly> _own = [];

    public static Assembly Load(Fault fault)
    {
        var context = new ExploredContext();
        var runtime = typeof(AiMetrics).Assembly.Location;
        context.Own(Instrumentation.Rewrite(runtime, fault));
        return context.Own(File.ReadAllBytes(typeof(ExploredContext).Assembly.Location));
    }

    protected override Assembly? Load(AssemblyName assemblyName) => _own.GetValueOrDefault(assemblyName.Name!);

    Assembly Own(byte[] image)
    {
        var assembly = LoadFromStream(new MemoryStream(image));
        return _own[assembly.GetName().Name!] = assembly;
    }
}
