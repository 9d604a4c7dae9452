using CrossTier.Tool.Http;

namespace CrossTier.Tool.Verification;

/// <summary>Asks a Prometheus.</summary>
sealed class PrometheusClient : IDisposable
{
    readonly HttpReader _http;
    readonly string _address;
    readonly string _shown;

    /// <param name="address">Where it listens.</param>
    /// <param name="patience">How long a reply may take.</param>
    /// <exception cref="InputException">The address is none.</exception>
    public PrometheusClient(string address, TimeSpan patience)
    {
        _shown = WebAddress.Mask(address).TrimEnd('/');
        if (!WebAddress.Is(address))
        {
            throw new InputException($"--prometheus {_shown}: say an address such as http://localhost:9090.");
        }

        _address = address.TrimEnd('/');
        _http = new HttpReader(patience);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The names of all series that it holds now.</summary>
    public async Task<HashSet<string>> NamesAsync(CancellationToken cancellation)
    {
        var reply = await QueryAsync("count by (__name__) ({__name__!=\"\"})", cancellation);
        return reply.Error is null
            ? [.. reply.Series.Select(labels => labels.GetValueOrDefault("__name__")).OfType<string>()]
            : throw Refuse($"it does not list its series: {reply.Error}");
    }

    /// <summary>How many series a query has now, or what is wrong with it.</summary>
    public async Task<(int Series, string? Error)> CountAsync(string expr, CancellationToken cancellation)
    {
        var reply = await QueryAsync(expr, cancellation);
        return (reply.Series.Count, reply.Error);
    }

    /// <summary>The labels of each series that a query has now.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> LabelsAsync(string expr, CancellationToken cancellation) =>
        (await QueryAsync(expr, cancellation)).Series;

    async Task<PrometheusReply> QueryAsync(string query, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address + "/api/v1/query")
            {
                Content = new FormUrlEncodedContent([new("query", query)]),
            };
            return PrometheusReply.Parse(await _http.SendAsync(request, cancellation));
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            throw Refuse(e.Message);
        }
    }

    InputException Refuse(string why) =>
        new($"{_shown} does not answer as a Prometheus ({why.TrimEnd('.')}); start it, or name another address with --prometheus.");
}
