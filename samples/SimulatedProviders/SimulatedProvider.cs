using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>
/// A real HTTP server on the loopback interface that answers like OpenAI, Ollama and Anthropic, without a key, a GPU or
/// a network, and that counts by itself what it sent.
/// </summary>
public sealed class SimulatedProvider : IAsyncDisposable
{
    readonly KestrelServer _server;
    readonly RequestLedger _ledger;
    readonly FifoGate _gate;

    SimulatedProvider(KestrelServer server, SimulatedProviderOptions options, RequestLedger ledger, FifoGate gate)
    {
        (_server, Options, _ledger, _gate) = (server, options, ledger, gate);
        BaseAddress = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
    }

    /// <summary>Where the server listens: <c>http://127.0.0.1:port/</c>. Ollama and Anthropic clients take it as it is.</summary>
    public Uri BaseAddress { get; }

    /// <summary>What OpenAI-compatible clients take as their endpoint: <c>http://127.0.0.1:port/v1/</c>.</summary>
    public Uri OpenAIAddress => new(BaseAddress, "v1/");

    /// <summary>How the server behaves; may be changed at any time and holds for requests that arrive afterwards.</summary>
    public SimulatedProviderOptions Options { get; }

    /// <summary>What the server counted about requests that have ended, as of now; see <see cref="SettledAsync"/>.</summary>
    public ProviderCounts Counts => _ledger.Snapshot();

    /// <summary>Requests that have arrived and not ended, those in the queue included.</summary>
    public int InFlight => _ledger.InFlight;

    /// <summary>Requests that hold a place and are being answered now.</summary>
    public int Serving => _gate.Inside;

    /// <summary>Requests waiting now for one of <see cref="SimulatedProviderOptions.MaxConcurrency"/> places.</summary>
    public int QueueDepth => _gate.Waiting;

    /// <summary>The most requests that ever waited at the same time.</summary>
    public int QueuePeak => _gate.Peak;

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it behaves; the defaults answer at once and never fail.</param>
    /// <exception cref="IOException">The port that <paramref name="options"/> asks for is taken.</exception>
    public static async Task<SimulatedProvider> StartAsync(SimulatedProviderOptions? options = null)
    {
        options ??= new();
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Listen(IPAddress.Loopback, options.Port);
        var server = new KestrelServer(
            new OptionsWrapper<KestrelServerOptions>(kestrel),
            new SocketTransportFactory(new OptionsWrapper<SocketTransportOptions>(new()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
        var (ledger, gate) = (new RequestLedger(options), new FifoGate(() => options.MaxConcurrency));
        options.Changed += gate.Admit;
        try
        {
            await server.StartAsync(new ProviderApplication(options, ledger, gate), default);
            return new(server, options, ledger, gate);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Waits until no request is open and returns the counts then. A client can have read its reply before the server
    /// has closed its books: compare numbers with this, not with <see cref="Counts"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait, which lasts as long as a request hangs.</param>
    public Task<ProviderCounts> SettledAsync(CancellationToken cancellationToken = default) => _ledger.SettledAsync(cancellationToken);

    /// <summary>Waits for the next request: what holds from its arrival on can be done without guessing when that is.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task ArrivedAsync(CancellationToken cancellationToken = default) => _ledger.ArrivedAsync(cancellationToken);

    /// <summary>Stops the server; connections that are still open are aborted.</summary>
    public async ValueTask DisposeAsync()
    {
        Options.Changed -= _gate.Admit;
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }
}
