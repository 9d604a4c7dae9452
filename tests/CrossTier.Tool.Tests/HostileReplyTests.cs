using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using CrossTier.Tool.Tests.Support;

namespace CrossTier.Tool.Tests;

/// <summary>Replies that real servers and hostile ones send: each ends in one line, without a password and without much memory.</summary>
public class HostileReplyTests
{
    const string Password = "hunter2";
    const string Silence = "no whole reply within 1 s";

    /// <summary>Room for the largest reply while its buffer grows, and for the tool itself: a fraction of what the floods hold.</summary>
    const int SmallHeap = 200 << 20;

    static readonly TimeSpan s_hung = TimeSpan.FromMinutes(2);

    /// <summary>Replies of which verify must say one thing.</summary>
    static readonly Dictionary<string, (string Line, Func<NetworkStream, CancellationToken, Task> Answer)> s_wrong = new()
    {
        ["status error"] = ("it does not list its series: query timed out", Json("{\"status\":\"error\",\"error\":\"query timed out\"}")),
        ["status error without a reason"] = ("it failed without a reason", Json("{\"status\":\"error\"}")),
        ["status error in 422"] = ("too many samples",
            HostileServer.Reply("422 Unprocessable Entity", "{\"status\":\"error\",\"error\":\"too many samples\"}")),
        ["an escape sequence in the reason"] = ("\\u001b[2J", Json("{\"status\":\"error\",\"error\":\"\\u001b[2J\"}")),
        ["half a surrogate pair in the reason"] = ("it failed without a reason", Json("{\"status\":\"error\",\"error\":\"\\ud800\"}")),
        ["no status"] = ("the reply holds no result", Json("{}")),
        ["a status of another type"] = ("the reply holds no result", Json("{\"status\":1}")),
        ["no data"] = ("the reply holds no result", Json("{\"status\":\"success\"}")),
        ["null data"] = ("the reply holds no result", Json("{\"status\":\"success\",\"data\":null}")),
        ["no result"] = ("the reply holds no result", Json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\"}}")),
        ["a result that is no array"] = ("the reply holds no result", Json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":{}}}")),
        ["an array"] = ("the reply holds no result", Json("[]")),
        ["broken JSON"] = ("the reply is no JSON", Json("{\"status\":\"succ")),
        ["JSON of great depth"] = ("the reply is no JSON", Json(new string('[', 100_000))),
        ["nothing"] = ("the reply is no JSON", Json("")),
        ["no content"] = ("the reply is no JSON", HostileServer.Reply("204 No Content", "")),
        ["401 with JSON"] = ("401 Unauthorized", HostileServer.Reply("401 Unauthorized", "{\"error\":\"unauthorized\"}", "WWW-Authenticate: Basic")),
        ["503 with a page"] = ("503 ServiceUnavailable", HostileServer.Reply("503 Service Unavailable", "<html>")),
        ["an endless redirect"] = ("302", HostileServer.Reply("302 Found", "", "Location: /again")),
        ["a redirect to a file"] = ("does not answer", HostileServer.Reply("302 Found", "", "Location: file:///etc/passwd")),
        ["a gzip bomb"] = ("longer than 32 MiB", BombAsync),
        ["a body without end"] = ("longer than 32 MiB", EndlessAsync),
        ["a promise of much"] = ("longer than 32 MiB", HostileServer.Reply("200 OK", "{", "Content-Length: 999999999999")),
        ["a body that is cut off"] = ("does not answer", HostileServer.Reply("200 OK", "{\"status\"", "Content-Length: 1000")),
        ["no gzip under its name"] = ("does not answer", HostileServer.Reply("200 OK", "{}", "Content-Encoding: gzip")),
        ["no HTTP"] = ("does not answer", (client, cancellation) => client.WriteAsync("SSH-2.0-x\r\n"u8.ToArray(), cancellation).AsTask()),
        ["headers without end"] = ("does not answer", HeadersAsync),
        ["a hang-up"] = ("does not answer", (_, _) => Task.CompletedTask),
        ["silence"] = (Silence, (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation)),
        ["a drip"] = (Silence, DripAsync),
    };

    /// <summary>Replies that hold all that verify needs.</summary>
    static readonly Dictionary<string, Func<NetworkStream, CancellationToken, Task>> s_odd = new()
    {
        ["an unknown character set"] = Json(Vector("{\"metric\":{\"__name__\":\"up\"}}"), "Content-Type: application/json; charset=klingon"),
        ["a byte order mark"] = Json("\ufeff" + Vector("")),
        ["series without names"] = Json(Vector(
            "{\"metric\":{}},{},null,1,{\"metric\":null},{\"metric\":{\"__name__\":7}},{\"metric\":{\"__name__\":\"\\ud800\"}}")),
        ["a scalar"] = Json("{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[0,\"1\"]}}"),
    };

    public static TheoryData<string> Wrong => [.. s_wrong.Keys];

    public static TheoryData<string> Odd => [.. s_odd.Keys];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Verify_reports_one_line(string reply)
    {
        await using var server = new HostileServer(s_wrong[reply].Answer);
        var patience = s_wrong[reply].Line == Silence ? "1" : "60";
        var (exitCode, output, error) = await Tool.RunAsync("verify", "--timeout", patience, "--prometheus", $"http://me:{Password}@{server.HostAndPort}")
            .WaitAsync(s_hung, TestContext.Current.CancellationToken);
        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        AssertLine(s_wrong[reply].Line, error);
    }

    /// <summary>In a process of its own whose heap cannot grow: what other tests hold does not count, and what is read without a limit ends it.</summary>
    [Theory]
    [InlineData("a gzip bomb")]
    [InlineData("a body without end")]
    [InlineData("a promise of much")]
    [InlineData("headers without end")]
    public async Task A_flood_fits_into_a_small_heap(string reply)
    {
        await using var server = new HostileServer(s_wrong[reply].Answer);
        using var process = Shell.StartTool(SmallHeap, "verify", "--timeout", "60", "--prometheus", $"http://me:{Password}@{server.HostAndPort}");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(s_hung, TestContext.Current.CancellationToken);
        AssertLine(s_wrong[reply].Line, await error);
        Assert.Empty(await output);
        Assert.Equal(2, process.ExitCode);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Verify_understands_what_is_only_odd(string reply)
    {
        await using var server = new HostileServer(s_odd[reply]);
        var (exitCode, output, error) = await Tool.RunAsync("verify", "--timeout", "5", "--prometheus", $"http://me:{Password}@{server.HostAndPort}");
        Assert.InRange(exitCode, 0, 1);
        Assert.Contains("queries: ", output);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("verify", "--timeout", "1", "--prometheus")]
    [InlineData("calls")]
    public async Task A_handshake_that_never_ends_is_given_up(params string[] command)
    {
        await using var server = new HostileServer((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        var (exitCode, _, error) = await Tool.RunAsync([.. command, $"https://me:{Password}@{server.HostAndPort}/"]);
        Assert.Equal(2, exitCode);
        AssertLine("no whole reply within 1", error);
    }

    [Theory]
    [InlineData("a gzip bomb", "longer than 32 MiB")]
    [InlineData("a body without end", "longer than 32 MiB")]
    [InlineData("401 with JSON", "answers 401 Unauthorized")]
    [InlineData("an endless redirect", "answers 302")]
    [InlineData("no HTTP", "does not answer")]
    [InlineData("an array", "has no ai_gateway metric")]
    public async Task A_page_has_the_same_limits(string reply, string line)
    {
        await using var server = new HostileServer(s_wrong[reply].Answer);
        var (exitCode, _, error) = await Tool.RunAsync("calls", $"http://me:{Password}@{server.HostAndPort}/metrics");
        Assert.Equal(2, exitCode);
        AssertLine(line, error);
    }

    [Theory]
    [InlineData("verify", "--prometheus", "http://me:hunter2@127.0.0.1:1")]
    [InlineData("verify", "--prometheus", "http://me:hunter2@127.0.0.1:99999")]
    [InlineData("verify", "--prometheus", "ftp://me:hunter2@127.0.0.1")]
    [InlineData("verify", "--prometheus", "http://me:hun/hunter2@127.0.0.1")]
    [InlineData("calls", "http://me:hunter2@127.0.0.1:1/metrics")]
    [InlineData("calls", "http://me:hunter2 @127.0.0.1:1/metrics")]
    [InlineData("calls", "--bogus", "http://me:hunter2@127.0.0.1:1/metrics")]
    [InlineData("baseline", "http://me:hunter2@127.0.0.1:1/metrics")]
    [InlineData("rules", "--runbooks", "http://me:hunter2@127.0.0.1:1/")]
    public async Task A_password_is_never_printed(params string[] arguments)
    {
        var (exitCode, output, error) = await Tool.RunAsync(arguments);
        Assert.Equal(2, exitCode);
        AssertLine("", error);
        Assert.DoesNotContain(Password, output);
    }

    [Fact]
    public async Task A_password_does_not_stand_in_a_list_of_calls()
    {
        await using var server = new HostileServer(Json("ai_gateway_call_requests_total{call=\"A.B\",provider=\"p\",model=\"m\"} 1\n"));
        var output = await Tool.DoAsync("calls", "-f", "json", $"http://me:{Password}@{server.HostAndPort}/metrics");
        Assert.Contains("***@127.0.0.1", output);
        Assert.DoesNotContain(Password, output);
    }

    static void AssertLine(string line, string error)
    {
        Assert.Contains(line, error);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.StartsWith("crosstier: ", error);
        Assert.DoesNotContain(Password, error);
        Assert.DoesNotContain("unexpected", error);
    }

    static string Vector(string series) => $"{{\"status\":\"success\",\"data\":{{\"resultType\":\"vector\",\"result\":[{series}]}}}}";

    static Func<NetworkStream, CancellationToken, Task> Json(string body, params string[] headers) => HostileServer.Reply("200 OK", body, headers);

    static async Task BombAsync(NetworkStream client, CancellationToken cancellation)
    {
        await HostileServer.Reply("200 OK", "", "Content-Encoding: gzip")(client, cancellation);
        await using var bomb = new GZipStream(client, CompressionLevel.Fastest);
        await FloodAsync(bomb, cancellation);
    }

    static async Task EndlessAsync(NetworkStream client, CancellationToken cancellation)
    {
        await Json("")(client, cancellation);
        await FloodAsync(client, cancellation);
    }

    static async Task FloodAsync(Stream body, CancellationToken cancellation)
    {
        var spaces = Encoding.ASCII.GetBytes(new string(' ', 1 << 16));
        for (var i = 0; i < 16_000; i++)
        {
            await body.WriteAsync(spaces, cancellation);
        }
    }

    static async Task HeadersAsync(NetworkStream client, CancellationToken cancellation)
    {
        await client.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), cancellation);
        for (var i = 0; i < 100_000; i++)
        {
            await client.WriteAsync("X-More: 0123456789012345678901234567890123456789\r\n"u8.ToArray(), cancellation);
        }
    }

    static async Task DripAsync(NetworkStream client, CancellationToken cancellation)
    {
        await Json("")(client, cancellation);
        while (true)
        {
            await client.WriteAsync(" "u8.ToArray(), cancellation);
            await Task.Delay(100, cancellation);
        }
    }
}
