using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CrossTier.Tool.Tests;

/// <summary>What verify says of a Prometheus that has not all; the whole one is asked in the rehearsal of the alerts.</summary>
public class VerifyTests
{
    [Fact]
    public async Task A_prometheus_that_scrapes_nothing_is_told_to()
    {
        var (exitCode, output, _) = await VerifyAsync(_ => Answer());
        Assert.Equal(1, exitCode);
        Assert.Contains("no application with CrossTier is scraped", output);
    }

    [Fact]
    public async Task Each_query_without_an_answer_has_its_reason()
    {
        var (exitCode, output, _) = await VerifyAsync(query =>
            query.StartsWith("count by (__name__)", StringComparison.Ordinal) ? Answer(
                "ai_gateway_build_info",
                "ai_gateway_requests_total",
                "ai_gateway_provider_info",
                "ai_gateway_errors_total")
            : query == "ai_gateway_build_info" ? Answer("ai_gateway_build_info")
            : query.Contains("ai_gateway_usage_missing_total") ? "{\"status\":\"error\",\"error\":\"many-to-many matching\"}"
            : Answer());
        Assert.Equal(1, exitCode);
        Assert.Contains("ai_gateway_token_price_usd does not exist: no model that is called has a price", output);
        Assert.Contains("ai_gateway_retries_total does not exist: no retry has been seen", output);
        Assert.Contains("ai_gateway_ratelimit_remaining does not exist: no reply has said what is left", output);
        Assert.Contains("no inference server or GPU exporter is scraped", output);
        Assert.Contains("is not recorded: the rules are not loaded", output);
        Assert.Contains("many-to-many matching", output);
        Assert.DoesNotContain("AiProviderDown", output);
    }

    [Fact]
    public async Task A_model_that_is_priced_as_another_one_is_listed()
    {
        const string guess = """
            {"status":"success","data":{"resultType":"vector","result":[{"metric":
            {"job":"shop","provider":"azure","model":"assistant\u001b[2J","priced_as":"gpt-4o-2024-08-06"},"value":[1,"1"]}]}}
            """;
        var (_, output, _) = await VerifyAsync(query => query.Contains("ai_gateway_price_guess") ? guess : Answer());
        Assert.Contains("a guess: azure/assistant\\u001b[2J of shop is priced as gpt-4o-2024-08-06", output);
        Assert.DoesNotContain("a guess", (await VerifyAsync(_ => Answer())).Output);
    }

    [Fact]
    public async Task Something_else_that_answers_is_no_prometheus()
    {
        var (exitCode, _, error) = await VerifyAsync(_ => "<html>");
        Assert.Equal(2, exitCode);
        Assert.Contains("does not answer as a Prometheus", error);
    }

    static async Task<(int ExitCode, string Output, string Error)> VerifyAsync(Func<string, string> answer)
    {
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        using var listener = new HttpListener();
        listener.Prefixes.Add(address);
        listener.Start();
        var serving = ServeAsync(listener, answer);
        var result = await Tool.RunAsync("verify", "--prometheus", address);
        listener.Stop();
        await serving;
        return result;
    }

    static async Task ServeAsync(HttpListener listener, Func<string, string> answer)
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new StreamReader(context.Request.InputStream);
                var query = WebUtility.UrlDecode((await body.ReadToEndAsync())["query=".Length..]);
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer(query)));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    static string Answer(params string[] names) =>
        $"{{\"status\":\"success\",\"data\":{{\"resultType\":\"vector\",\"result\":["
        + $"{string.Join(",", names.Select(name => $"{{\"metric\":{{\"__name__\":\"{name}\"}},\"value\":[0,\"1\"]}}"))}]}}}}";
}
