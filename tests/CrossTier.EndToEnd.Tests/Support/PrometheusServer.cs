using System.Globalization;
using System.Text.Json;

namespace CrossTier.EndToEnd.Tests.Support;

/// <summary>A real Prometheus on loopback, with a scratch folder, that scrapes one page.</summary>
sealed class PrometheusServer : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60); // The first scrape comes about 5 s after the start.
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    readonly DirectoryInfo _folder;
    readonly ChildProcess _process;
    readonly HttpClient _http;

    PrometheusServer(DirectoryInfo folder, ChildProcess process, int port)
    {
        (_folder, _process) = (folder, process);
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public static async Task<PrometheusServer> StartAsync(string program, int pagePort)
    {
        var folder = Directory.CreateTempSubdirectory("crosstier-prometheus-");
        var configuration = Path.Combine(folder.FullName, "prometheus.yml");
        await File.WriteAllTextAsync(configuration, $$"""
            scrape_configs:
              - job_name: program
                scrape_interval: 1s
                scrape_timeout: 1s
                static_configs: [{ targets: ["127.0.0.1:{{pagePort}}"] }]
            """);
        var port = LoopbackPort.Free();
        return new(
            folder,
            ChildProcess.Start(
                program,
                [$"--config.file={configuration}", $"--storage.tsdb.path={folder.FullName}/data", $"--web.listen-address=127.0.0.1:{port}"]),
            port);
    }

    /// <summary>Asks until the answer is as expected or the patience ends; returns the last answer.</summary>
    public async Task<IReadOnlyList<PrometheusText.Sample>> UntilAsync(string query, Func<IReadOnlyList<PrometheusText.Sample>, bool> isExpected)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await AskAsync(query);
            if (isExpected(answer) || TimeProvider.System.GetElapsedTime(start) > Patience)
            {
                return answer;
            }

            await Task.Delay(Pause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    async Task<IReadOnlyList<PrometheusText.Sample>> AskAsync(string query)
    {
        try
        {
            using var answer = JsonDocument.Parse(await _http.GetStringAsync($"/api/v1/query?query={Uri.EscapeDataString(query)}"));
            return [.. answer.RootElement.GetProperty("data").GetProperty("result").EnumerateArray().Select(Read)];
        }
        catch (HttpRequestException)
        {
            return []; // It has not started yet.
        }
    }

    // What a scrape adds is taken off again: its job, its target, and the prefix of our label that the target's pushed aside.
    static PrometheusText.Sample Read(JsonElement result)
    {
        var labels = result.GetProperty("metric").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!);
        labels.Remove("__name__", out var name);
        labels.Remove("job");
        labels.Remove("instance");
        if (labels.Remove("exported_instance", out var instance))
        {
            labels.Add("instance", instance);
        }

        var value = result.GetProperty("value")[1].GetString()!;
        return new(name ?? "", labels, value == "+Inf" ? double.PositiveInfinity : double.Parse(value, CultureInfo.InvariantCulture));
    }
}
