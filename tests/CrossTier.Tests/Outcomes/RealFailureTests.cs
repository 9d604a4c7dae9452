using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CrossTier.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Outcomes;

/// <summary>Failures as HttpClient really throws them.</summary>
public sealed class RealFailureTests : IDisposable
{
    readonly TcpListener _server = new(IPAddress.Loopback, 0);
    readonly HttpClient _http = new();
    readonly Measured _measured = new();

    string Address
    {
        get
        {
            _server.Start();
            return "http://" + _server.LocalEndpoint;
        }
    }

    [Fact]
    public async Task A_closed_port_is_network()
    {
        var address = Address;
        _server.Stop();

        await Fails<HttpRequestException>(address);

        Assert.Equal(1, _measured.Errors("network"));
    }

    [Fact]
    public async Task A_server_that_never_answers_is_timeout()
    {
        _http.Timeout = TimeSpan.FromMilliseconds(100);

        await Fails<TaskCanceledException>(Address);

        Assert.Equal(1, _measured.Errors("timeout"));
        Assert.Equal((0, 1, 0, 0), _measured.Requests());
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_cancelled()
    {
        using var caller = new CancellationTokenSource();
        var address = Address;
        var watch = Stopwatch.StartNew();
        var givingUp = GiveUpAsync();

        await Fails<TaskCanceledException>(address, caller.Token);
        await givingUp;

        Assert.Equal((0, 0, 1, 0), _measured.Requests());
        Assert.InRange(_measured.Value(MetricDefinitions.CancelledTime, "openai", "gpt-4o"), double.Epsilon, watch.Elapsed.TotalSeconds);
        Assert.Equal(0, _measured.Histogram(MetricDefinitions.Duration, "openai", "gpt-4o").Count);

        async Task GiveUpAsync()
        {
            using var connection = await _server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            await caller.CancelAsync();
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n", "rate_limited")]
    [InlineData("HTTP/1.1 529 Overloaded\r\nContent-Length: 0\r\n\r\n", "unavailable")]
    [InlineData("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", "auth")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{", "network")]
    [InlineData("", "network")]
    [InlineData("nonsense\r\n\r\n", "network")]
    public async Task What_the_server_answered_decides(string answer, string error)
    {
        var address = Address;
        var served = Answer(answer);

        await Fails<HttpRequestException>(address);
        await served;

        Assert.Equal(1, _measured.Errors(error));
    }

    public void Dispose()
    {
        _server.Dispose();
        _http.Dispose();
    }

    async Task Fails<TException>(string address, CancellationToken caller = default)
        where TException : Exception
    {
        var inner = _http.GetStringAsync(address, caller);
        await Assert.ThrowsAsync<TException>(() => _measured.Start(caller).Measure<string, NoReader<string>>(inner));
        Assert.Equal(1, _measured.Sum(MetricDefinitions.Requests));
    }

    async Task Answer(string answer)
    {
        using var connection = await _server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = connection.GetStream();
        _ = await stream.ReadAsync(new byte[10_000], TestContext.Current.CancellationToken);
        _server.Stop(); // HttpClient tries again after an empty answer.
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
    }
}
