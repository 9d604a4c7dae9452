using System.Net.Http.Json;
using CrossTier.EndToEnd.Tests.Support;

namespace CrossTier.EndToEnd.Tests.Engine;

/// <summary>llama.cpp behind an OpenAI-compatible API, with a model name for each test so that their counts stay apart.</summary>
public sealed class EngineServer : IAsyncLifetime
{
    readonly HttpClient _http = new();
    ChildProcess? _process;

    /// <summary>Why there is no engine, or null.</summary>
    public string? Missing { get; private set; }

    public Uri BaseAddress { get; private set; } = null!;

    public Uri OpenAIAddress => new(BaseAddress, "v1/");

    public async ValueTask InitializeAsync()
    {
        var folder = BuiltFiles.InRepository("tests/engine");
        var node = Requirement.FindProgram("node");
        Missing = node is null ? "node is not installed"
            : !Directory.Exists(Path.Combine(folder, "node_modules")) ? "the engine is not installed: run npm ci in tests/engine"
            : null;
        if (Missing is null)
        {
            _process = ChildProcess.Start(node!, [Path.Combine(folder, "server.mjs"), "--models", string.Join(',', EngineModels.All)]);
            var ready = await _process.LineAsync(line => line.StartsWith("ready ", StringComparison.Ordinal));
            BaseAddress = new Uri(ready["ready ".Length..]);
        }
    }

    /// <summary>What the engine itself counted, once it works on nothing.</summary>
    public async Task<EngineCounts> SettledAsync()
    {
        var limit = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var counts = await _http.GetFromJsonAsync<EngineCounts>(new Uri(BaseAddress, "counts"));
            if (counts!.InFlight == 0)
            {
                return counts;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(limit) < TimeSpan.FromSeconds(60), "The engine is still at work.");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
