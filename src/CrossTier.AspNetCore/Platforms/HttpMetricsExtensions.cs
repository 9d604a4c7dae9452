namespace Microsoft.AspNetCore.Builder;

/// <summary>Before .NET 9 no endpoint can be left out of the server's own metrics.</summary>
static class HttpMetricsExtensions
{
    public static TBuilder DisableHttpMetrics<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder;
}
