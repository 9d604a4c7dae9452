using System.Reflection;

namespace CrossTier.Exposition;

/// <summary>What is said of the process itself.</summary>
static class ProcessMetrics
{
    const string Unknown = "unknown";

    /// <summary>Whether the process measures.</summary>
    public static Metric Enabled(bool isEnabled) => One(MetricDefinitions.Enabled, isEnabled ? 1 : 0);

    /// <summary>The version of CrossTier.</summary>
    public static Metric BuildInfo() => One(MetricDefinitions.BuildInfo, 1, VersionOf(typeof(ProcessMetrics).Assembly));

    /// <summary>The application and its version, which tell deployments apart.</summary>
    public static Metric AppInfo()
    {
        var app = Assembly.GetEntryAssembly();
        return One(MetricDefinitions.AppInfo, 1, app?.GetName().Name ?? Unknown, app is null ? Unknown : VersionOf(app));
    }

    /// <summary>When the process began to measure: as soon as it is loaded where its calls are annotated, else at the first use.</summary>
    public static Metric StartTime(DateTimeOffset started) => One(MetricDefinitions.StartTime, started.ToUnixTimeMilliseconds() / 1000d);

    /// <summary>The version that an assembly's build named, without the metadata behind it.</summary>
    public static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] is { Length: > 0 } version
            ? version
            : assembly.GetName().Version?.ToString() ?? Unknown;

    static Metric One(MetricDefinition definition, double value, params ReadOnlySpan<string> labels)
    {
        var metric = new MetricBuilder(definition);
        metric.Add(value, labels);
        return metric.Build();
    }
}
