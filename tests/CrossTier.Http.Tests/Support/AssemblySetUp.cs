using Xunit.Sdk;
using Xunit.v3;

// What is measured is read as the difference of two snapshots of the whole process.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(CrossTier.Http.Tests.Support.AssemblySetUp))]

namespace CrossTier.Http.Tests.Support;

/// <summary>Many models fail here on purpose: room for all of them.</summary>
public sealed class AssemblySetUp
{
    public AssemblySetUp() => AiMetrics.Configure(options => options.MaxLabelSets = 100_000);
}
