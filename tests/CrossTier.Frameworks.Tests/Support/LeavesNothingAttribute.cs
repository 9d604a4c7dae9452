using System.Reflection;
using CrossTier.Exposition;
using Xunit.v3;

namespace CrossTier.Frameworks.Tests.Support;

/// <summary>A test that leaves a request in flight fails itself, and not one after it during which that request is collected.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
sealed class LeavesNothingAttribute : BeforeAfterTestAttribute
{
    Dictionary<string, double> _before = [];

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => _before = InFlight();

    public override void After(MethodInfo methodUnderTest, IXunitTest test) =>
        Assert.Equal([], InFlight().Where(pair => pair.Value > _before.GetValueOrDefault(pair.Key)));

    // Of a process where measuring is off nothing is published.
    static Dictionary<string, double> InFlight() => AiMetrics.Snapshot()
        .Where(metric => metric.Definition.Name == MetricDefinitions.InFlight.Name)
        .SelectMany(metric => metric.Points)
        .ToDictionary(point => string.Join(' ', point.Labels), point => point.Value);
}
