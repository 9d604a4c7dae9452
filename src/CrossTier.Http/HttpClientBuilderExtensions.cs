using System.Runtime.CompilerServices;
using CrossTier.Hosting;
using CrossTier.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace CrossTier;

/// <summary>Adds CrossTier to the clients of <see cref="IHttpClientFactory"/>.</summary>
public static class HttpClientBuilderExtensions
{
    static readonly ConditionalWeakTable<HttpClientFactoryOptions, ClientTimeout> Timeouts = [];

    /// <summary>
    /// Measures what the client sends to inference endpoints, at this place among its handlers: above a handler that retries the attempts are
    /// one request, below it each is one. The client's name is the <c>call</c> label where no measured call is above.
    /// </summary>
    /// <param name="builder">The client's builder, or that of all clients.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHttpClientBuilder AddCrossTier(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var call = string.IsNullOrWhiteSpace(builder.Name) ? null : builder.Name;
        builder.Services.Configure<HttpClientFactoryOptions>(builder.Name, options =>
        {
            var timeout = Timeouts.GetOrCreateValue(options);
            options.HttpMessageHandlerBuilderActions.Add(handlers =>
            {
                HostLogger.Use(handlers.Services);
                HostConfiguration.Use(handlers.Services);
                handlers.AdditionalHandlers.Add(new CrossTierHandler { Name = call, ClientTimeout = timeout });
            });
        });

        // After all that the application sets on its client.
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, options =>
        {
            var timeout = Timeouts.GetOrCreateValue(options);
            options.HttpClientActions.Add(client => timeout.Value = client.Timeout);
        });
        return builder;
    }
}
