using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Sockets;
using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;
using OpenAI;

namespace CrossTier.Frameworks.Tests.SafetyNet;

/// <summary>
/// The safety net, on for as long as this lives, and the layers of the process as they were before. Its server has a host name that no other server
/// has had: the process remembers the hosts of measured clients, and the system gives ports again.
/// </summary>
sealed class Net : IDisposable
{
    static int s_hosts;

    readonly LayerState _layers = new();
    readonly Tally _before = Tally.Now();
    readonly string _host = $"net-{Interlocked.Increment(ref s_hosts)}.test";
    readonly HttpClient _http;

    public Net(AiSafetyNet mode, SimulatedProvider server)
    {
        _http = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, cancellation) => ConnectAsync(server.BaseAddress, cancellation) });
        AiMetrics.Configure(options =>
        {
            options.MapHost(_host, Provider);
            options.SafetyNet = mode;
        });
    }

    /// <summary>Who answers at its host.</summary>
    public string Provider => $"of-{_host}";

    /// <summary>What was counted since, by provider and state.</summary>
    public Dictionary<string, long> Counted => Tally.Now().Since(_before).By(MetricDefinitions.UnmeasuredRequests, "provider", "state");

    /// <summary>A client of its server, through the OpenAI SDK.</summary>
    public IChatClient Client() => new OpenAIClient(new ApiKeyCredential("none"), new OpenAIClientOptions
    {
        Endpoint = new Uri($"http://{_host}/v1"),
        RetryPolicy = new ClientRetryPolicy(0),
        Transport = new HttpClientPipelineTransport(_http),
    }).GetChatClient(Clients.Model).AsIChatClient();

    public void Dispose()
    {
        AiMetrics.Configure(options => options.SafetyNet = AiSafetyNet.Off);
        _layers.Dispose();
        _http.Dispose();
    }

    static async ValueTask<Stream> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
