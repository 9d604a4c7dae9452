using CrossTier.Http.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CrossTier.Http.Tests;

public sealed class BuilderTests
{
    [Fact]
    public async Task A_named_client_is_the_call() =>
        Assert.Equal(["triage"], await Calls(services => services.AddHttpClient("triage").AddCrossTier(), "triage"));

    [Fact]
    public async Task A_typed_client_is_the_call()
    {
        var services = new ServiceCollection();
        services.AddHttpClient<Typed>().AddCrossTier();
        await using var provider = services.BuildServiceProvider();
        await using var server = await SimulatedProvider.StartAsync();

        var counted = await Counted.By(() => provider.GetRequiredService<Typed>().Http
            .SendAsync(Clients.Chat(path: new Uri(server.BaseAddress, "v1/chat/completions").ToString())));

        Assert.Equal(["Typed"], counted.RequestsBy("call").Keys);
    }

    [Fact]
    public async Task What_holds_for_all_clients_names_none() =>
        Assert.Equal(["unknown"], await Calls(services => services.ConfigureHttpClientDefaults(clients => clients.AddCrossTier()), "any"));

    [Fact]
    public async Task Added_twice_it_counts_once_under_the_outer_ones_name()
    {
        Assert.Equal(["unknown"], await Calls(
            services =>
            {
                services.ConfigureHttpClientDefaults(clients => clients.AddCrossTier());
                services.AddHttpClient("twice").AddCrossTier();
            },
            "twice",
            requests: 1));
    }

    [Fact]
    public async Task The_hosts_of_the_applications_configuration_are_mapped()
    {
        await using var server = await SimulatedProvider.StartAsync();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"CrossTier:Hosts:{server.BaseAddress.Authority}"] = "of-the-file/relay",
            ["CrossTier:Hosts:0"] = "listed.example=listed, also-listed.example=also-listed/local",
        }).Build());
        services.AddHttpClient("configured").AddCrossTier();
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("configured");

        var counted = await Counted.By(() => client.SendAsync(Clients.Chat(path: new Uri(server.BaseAddress, "v1/chat/completions").ToString())));

        Assert.Equal(["of-the-file"], counted.RequestsBy("provider").Keys);
        var relays = AiMetrics.Snapshot().Single(metric => metric.Definition.Name == "ai_gateway_provider_relay").Points;
        Assert.Contains("of-the-file", relays.Select(point => point.Labels[0]));
        var tiers = AiMetrics.Snapshot().Single(metric => metric.Definition.Name == "ai_gateway_provider_info").Points;
        Assert.Superset(new HashSet<string> { "listed/cloud", "also-listed/local" }, tiers.Select(point => string.Join('/', point.Labels)).ToHashSet());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_clients_time_out_is_known_wherever_it_is_set(bool before)
    {
        var services = new ServiceCollection();
        var builder = services.AddHttpClient("hasty");
        builder = before ? builder.ConfigureHttpClient(SetTimeout).AddCrossTier() : builder.AddCrossTier().ConfigureHttpClient(SetTimeout);
        await using var provider = builder.Services.BuildServiceProvider();
        await using var server = await SimulatedProvider.StartAsync();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("hasty");
        client.BaseAddress = server.BaseAddress;

        var counted = await Counted.By(() => Assert.ThrowsAsync<TaskCanceledException>(() => client.SendAsync(Clients.Chat("m@hang"))));

        Assert.Equal("timeout", counted.Error());

        static void SetTimeout(HttpClient client) => client.Timeout = TimeSpan.FromSeconds(1);
    }

    [Fact]
    public void Nothing_to_add_it_to_is_an_error() => Assert.Throws<ArgumentNullException>(() => HttpClientBuilderExtensions.AddCrossTier(null!));

    static async Task<IEnumerable<string>> Calls(Action<IServiceCollection> configure, string client, long requests = 1)
    {
        var services = new ServiceCollection();
        services.AddHttpClient();
        configure(services);
        await using var provider = services.BuildServiceProvider();
        await using var server = await SimulatedProvider.StartAsync();
        using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(client);
        http.BaseAddress = server.BaseAddress;
        var counted = await Counted.By(() => http.SendAsync(Clients.Chat()));
        Assert.Equal(requests, counted.Requests);
        return counted.RequestsBy("call").Keys;
    }

    sealed class Typed(HttpClient http)
    {
        public HttpClient Http { get; } = http;
    }
}
