using System.Runtime.CompilerServices;

namespace CrossTier.Dialects.Tests.Support;

/// <summary>Each reply has a model of its own.</summary>
static class AssemblySetUp
{
    [ModuleInitializer]
    internal static void RaiseTheCap() => AiMetrics.Configure(options => options.MaxLabelSets = 10_000);
}
