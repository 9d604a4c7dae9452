using System.Reflection;

namespace CrossTier.OpenTelemetry.Metering;

/// <summary>The version that the meters carry.</summary>
static class ProductVersion
{
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
