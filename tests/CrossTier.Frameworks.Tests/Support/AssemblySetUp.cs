using System.Runtime.CompilerServices;
using CrossTier.Layers;
using Xunit.Sdk;
using Xunit.v3;

// What is measured is read as the difference of two snapshots of the whole process.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace CrossTier.Frameworks.Tests.Support;

static class AssemblySetUp
{
    // Some types here implement an inference API and call one.
    [ModuleInitializer]
    internal static void Run() => Layering.NestedCall();
}
