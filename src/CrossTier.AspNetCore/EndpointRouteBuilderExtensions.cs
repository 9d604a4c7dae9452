using System.Diagnostics.CodeAnalysis;
using CrossTier.AspNetCore.Page;
using CrossTier.AspNetCore.Sampling;
using CrossTier.CompilerServices;
using CrossTier.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossTier;

/// <summary>Adds CrossTier's live page to an application.</summary>
public static class EndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves a page that shows what was measured in this process, local against cloud: now and over the last hour. In Development it answers
    /// everybody who reaches the application. Elsewhere it answers 404, unless the returned builder is given an authorization policy
    /// (<c>RequireAuthorization</c>) or <see cref="CrossTierPageOptions.ServeOutsideDevelopment"/> is set. Its history begins with this call.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">Where the page is served.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <returns>The conventions of the page and of all that it loads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> or <paramref name="path"/> is null.</exception>
    public static IEndpointConventionBuilder MapCrossTier(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string path = "/crosstier",
        Action<CrossTierPageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(path);
        var options = new CrossTierPageOptions();
        configure?.Invoke(options);

        var services = endpoints.ServiceProvider;
        var environment = services.GetRequiredService<IHostEnvironment>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("CrossTier");
        HostLogger.Use(services);
        HostConfiguration.Use(services);
        Exporters.Add("the live page");
        var sampler = new Sampler(services.GetService<TimeProvider>() ?? TimeProvider.System, log);
        var answers = new Answers(sampler, environment.ApplicationName);
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStopping.Register(sampler.Dispose);
        lifetime.ApplicationStopped.Register(answers.Dispose);

        var gate = new PageGate(options, new PageHosts(options.AllowedHosts, services.GetService<IServer>()), environment, log);
        var group = endpoints.MapGroup(path);
        group.Map("/", gate.Guard(PageAssets.ServeIndexAsync));
        group.Map("/data", gate.Guard(new DataEndpoint(answers).ServeAsync));
        foreach (var asset in PageAssets.All)
        {
            group.Map(asset.Name, gate.Guard(asset.ServeAsync));
        }

        return group.ExcludeFromDescription().DisableHttpMetrics();
    }
}
