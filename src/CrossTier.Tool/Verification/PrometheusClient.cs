using System.Text.Json;

namespace CrossTier.Tool.Verification;

/// <summary>Asks a Prometheus.</summary>
sealed class PrometheusClient : IDisposable
{
    readonly HttpClient _http;
    readonly string _address;

    /// <exception cref="InputException">The address is none.</exception>
    public PrometheusClient(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new InputException($"--prometheus {address}: say an address such as http://localhost:9090.");
        }

        _address = address.TrimEnd('/');
        _http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The names of all series that it holds now.</summary>
    public async Task<HashSet<string>> NamesAsync(CancellationToken cancellation)
    {
        using var answer = await GetAsync("/api/v1/query", "count by (__name__) ({__name__!=\"\"})", cancellation);
        return [
            .. answer.RootElement.GetProperty("data")
                .GetProperty("result")
                .EnumerateArray()
                .Select(series => series.GetProperty("metric").GetProperty("__name__").GetString()!),
        ];
    }

    /// <summary>How many series a query has now, or what is wrong with it.</summary>
    public async Task<(int Series, string? Error)> CountAsync(string expr, CancellationToken cancellation)
    {
        using var answer = await GetAsync("/api/v1/query", expr, cancellation);
        var root = answer.RootElement;
        if (root.GetProperty("status").GetString() != "success")
        {
            return (0, root.TryGetProperty("error", out var error) ? error.GetString() : "it failed without a reason");
        }

        var data = root.GetProperty("data");
        return (data.GetProperty("resultType").GetString() is "scalar" or "string" ? 1 : data.GetProperty("result").GetArrayLength(), null);
    }

    async Task<JsonDocument> GetAsync(string path, string query, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.PostAsync(_address + path, new FormUrlEncodedContent([new("query", query)]), cancellation);
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new InputException(
                $"{_address} does not answer as a Prometheus ({e.Message.TrimEnd('.')}); start it, or name another address with --prometheus.");
        }
    }
}
