using System.Runtime.CompilerServices;

namespace CrossTier.Sdks.Tests.Support;

/// <summary>Each test has a model of its own, and many of them never succeed: none may be counted as <c>other</c>.</summary>
static class AssemblySetUp
{
    [ModuleInitializer]
    internal static void RaiseTheCap() => AiMetrics.Configure(options => options.MaxLabelSets = 10_000);
}
