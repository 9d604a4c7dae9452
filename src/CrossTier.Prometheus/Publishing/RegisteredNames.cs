using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Prometheus;

namespace CrossTier.Prometheus.Publishing;

/// <summary>
/// The names of a registry's metrics. prometheus-net hands out an existing metric where one of the same name is created, and asks nobody: what two
/// count would be added up. It has no way to ask first but its own table.
/// </summary>
static class RegisteredNames
{
    static readonly FieldInfo? Families = FieldOf("_families");
    static readonly FieldInfo? Gate = FieldOf("_familiesLock");

    /// <summary>Whether a metric of a name is registered; false where that cannot be found out.</summary>
    public static bool Contains(CollectorRegistry registry, string name)
    {
        var gate = Gate?.GetValue(registry) as ReaderWriterLockSlim;
        gate?.EnterReadLock();
        try
        {
            return Families?.GetValue(registry) is IDictionary families && families.Contains(name);
        }
        finally
        {
            gate?.ExitReadLock();
        }
    }

    [DynamicDependency(DynamicallyAccessedMemberTypes.NonPublicFields, typeof(CollectorRegistry))]
    static FieldInfo? FieldOf(string name) => typeof(CollectorRegistry).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic);
}
