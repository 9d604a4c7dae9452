using System.Net.Http.Headers;
using System.Text;
using CrossTier.EndToEnd.Tests.Support;
using CrossTier.Samples.HybridGateway;
using CrossTier.Samples.HybridGateway.Configuration;
using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.HybridGateway.Tests.Support;

/// <summary>A gateway of its own for one test, with provider names of its own: the metrics of a process are of all its gateways.</summary>
sealed class TestGateway : IAsyncDisposable
{
    static int s_last;

    TestGateway(Gateway gateway) => (Gateway, Http) = (gateway, new HttpClient { BaseAddress = gateway.Address });

    public Gateway Gateway { get; }

    public HttpClient Http { get; }

    public SimulatedProvider Local => Gateway.Simulation.Local!;

    public SimulatedProvider Cloud => Gateway.Simulation.Cloud!;

    public string LocalProvider => Gateway.Settings.Local.Provider;

    public string CloudProvider => Gateway.Settings.Cloud.Provider;

    public static async Task<TestGateway> StartAsync(Func<GatewaySettings, GatewaySettings>? change = null)
    {
        var id = Interlocked.Increment(ref s_last);
        GatewaySettings settings = new()
        {
            Listen = "http://127.0.0.1:0",
            MaxBodyBytes = 100_000,
            Local = new() { Provider = $"desk-{id}", Timeout = TimeSpan.FromSeconds(20), Simulation = new() { Words = 8 } },
            Cloud = new() { Provider = $"cloud-{id}", Timeout = TimeSpan.FromSeconds(20), Simulation = new() { Words = 8 } },
            Models = new()
            {
                ["both"] = new() { Local = "small", Cloud = "large" },
                ["desk"] = new() { Local = "small" },
                ["far"] = new() { Cloud = "large" },
            },
        };
        return new(await Gateway.StartAsync(SettingsReader.Check(change?.Invoke(settings) ?? settings)));
    }

    public Task<HttpResponseMessage> PostAsync(string body, string path = "/v1/chat/completions", CancellationToken cancellationToken = default) =>
        PostAsync(Encoding.UTF8.GetBytes(body), path, cancellationToken);

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string path = "/v1/chat/completions", CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>
    /// Requests counted as <c>success</c>, <c>failure</c> and <c>cancelled</c>, and those in flight, for one provider, once no request is
    /// open.
    /// </summary>
    public async Task<Counted> CountedAsync(string provider)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var page = await PageAsync();
            var inFlight = page.Sum("ai_gateway_requests_in_flight", $"provider={provider}");
            if (inFlight == 0 || TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(10))
            {
                double Sum(string status) => page.Sum("ai_gateway_requests_total", $"provider={provider}", $"status={status}");
                return new((int)Sum("success"), (int)Sum("failure"), (int)Sum("cancelled"), (int)inFlight);
            }

            await Task.Delay(20);
        }
    }

    public async Task<PrometheusText> PageAsync() => PrometheusText.Parse(await Http.GetStringAsync("/metrics"));

    /// <summary>The failures of a provider by kind.</summary>
    public async Task<string> ErrorsAsync(string provider) => string.Join(", ", (await PageAsync()).Samples
        .Where(sample => sample.Name == "ai_gateway_errors_total" && sample.Labels["provider"] == provider && sample.Value > 0)
        .Select(sample => $"{sample.Labels["error"]} {sample.Value}"));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Gateway.DisposeAsync();
    }
}
