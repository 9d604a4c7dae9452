using CrossTier.Samples.HybridGateway.Configuration;
using CrossTier.Samples.HybridGateway.Http;
using CrossTier.Samples.HybridGateway.Routing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Prometheus;

namespace CrossTier.Samples.HybridGateway;

/// <summary>The running gateway, with the upstreams that it simulates itself.</summary>
sealed class Gateway : IAsyncDisposable
{
    /// <summary>Where the live page is.</summary>
    public const string PagePath = "/crosstier";

    readonly WebApplication _app;
    readonly RouteTable _routes;

    Gateway(WebApplication app, GatewaySettings settings, Simulation simulation, RouteTable routes)
    {
        (_app, Settings, Simulation, _routes) = (app, settings, simulation, routes);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public GatewaySettings Settings { get; }

    public Simulation Simulation { get; }

    public Uri Address { get; }

    /// <summary>Starts it.</summary>
    /// <param name="settings">What was read and checked.</param>
    /// <exception cref="SetupException">The port is taken.</exception>
    public static async Task<Gateway> StartAsync(GatewaySettings settings)
    {
        var simulation = await Simulation.StartAsync(settings);
        var routes = new RouteTable(settings, simulation.LocalAddress, simulation.CloudAddress);
        var app = Build(settings, routes);
        try
        {
            await app.StartAsync();
            return new(app, settings, simulation, routes);
        }
        catch (IOException)
        {
            await app.DisposeAsync();
            routes.Dispose();
            await simulation.DisposeAsync();
            throw new SetupException($"Cannot listen on {settings.Listen}, another program may have the port: say another one with --listen.");
        }
    }

    /// <summary>What a person wants to know first.</summary>
    public string Describe()
    {
        var origin = Address.GetLeftPart(UriPartial.Authority);
        var key = Settings.Token is null ? "" : ", with the gateway's token as its API key";
        var (local, cloud) = (Describe(Settings.Local, Simulation.LocalAddress), Describe(Settings.Cloud, Simulation.CloudAddress));
        return $"""
            Listening on {origin}/v1: any OpenAI client can talk to it{key}.
            Models: {string.Join(", ", Settings.Models.Keys)}. Live page: {origin}{PagePath}. For Prometheus: {origin}/metrics.
            Local: {local}. Cloud: {cloud}.
            """;
    }

    static string Describe(UpstreamSettings upstream, Uri address) =>
        $"{upstream.Provider} at {WebAddress.Masked(address.OriginalString)}{(upstream.BaseUrl is null ? " (simulated)" : "")}";

    public Task WaitForCtrlCAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _routes.Dispose();
        await Simulation.DisposeAsync();
    }

    static WebApplication Build(GatewaySettings settings, RouteTable routes)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var listen = ListenAddress.Parse(settings.Listen);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MaxBodyBytes;
            kestrel.Listen(listen.Address, listen.Port);
        });
        Metrics.DefaultRegistry.AddCrossTier(options =>
        {
            foreach (var model in routes.All.SelectMany(route => route.Models))
            {
                options.Expect(model.Provider, model.Model); // At 0 from the start, so that the first request is seen as an increase.
            }
        });

        var app = builder.Build();
        app.UseMiddleware<ErrorMiddleware>();
        app.Use(next => new BearerMiddleware(next, settings.Token, settings.PublicUrl).InvokeAsync);
        app.UseRouting();
        new ModelEndpoints(routes, settings.ClientTimeout).Map(app);
        app.MapMetrics();
        app.MapCrossTier(PagePath, page =>
        {
            page.ServeOutsideDevelopment = true; // Who gets this far knows the token, or is on this machine.
            page.AllowAnyHost = settings.Token is not null; // A name that points here does not know the token, and has no cookie.
            if (settings.PublicUrl is { } publicUrl)
            {
                page.AllowedHosts.Add(new Uri(publicUrl).Host); // Whose scripts are the page's own, whatever host the proxy sends.
            }
        });
        return app;
    }
}
