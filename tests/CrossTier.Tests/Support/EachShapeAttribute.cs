using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace CrossTier.Tests.Support;

/// <summary>Each shape of return value, ended when it is tracked and still pending.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class EachShapeAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. from shape in Enum.GetValues<Shape>() from isPending in new[] { false, true } select new TheoryDataRow<Shape, bool>(shape, isPending)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
